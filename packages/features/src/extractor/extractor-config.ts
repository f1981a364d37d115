import type { CepstrumOptions } from '../feature/mfcc.ts';
import type { SpectralContrastOptions } from '../feature/spectral-contrast.ts';
import type { ChromaOptions } from '../filters/chroma.ts';
import type { NamedWindow } from '../filters/get-window.ts';
import type { MelOptions } from '../filters/mel.ts';
import type { PadMode } from '../util/pad.ts';
import type { PitchRange } from '../util/pitch-detector.ts';
import type { Statistic } from './statistics.ts';

/** Zero-crossing rate, one value a frame: `zcr`. */
export interface ZcrConfig {
  readonly kind: 'zcr';
  /** Default 1e-10. */
  readonly threshold?: number;
}

/** Root mean square, one value a frame: `rms`. */
export interface RmsConfig {
  readonly kind: 'rms';
}

/** Chromagram: `chroma_1`, `chroma_2`, … */
export interface ChromaConfig extends Readonly<ChromaOptions> {
  readonly kind: 'chroma';
  /** Exponent of the magnitude. Default 2, as in librosa; 1 for the reference recipe. */
  readonly power?: number;
  /** Deviation from A440 in fractions of a class; null, the default, estimates it. */
  readonly tuning?: number | null;
}

/** How far below the clip's maximum a spectrum in dB is cut. */
interface TopDb {
  /** In dB; null for no cut, which live frames need. Default 80. */
  readonly topDb?: number | null;
}

/** Derivatives after a feature's rows: `mfcc_delta_1`, …, `mfcc_delta2_1`, … */
interface Deltas {
  /** 1 for the first derivatives, 2 for the second as well. Default 0. */
  readonly deltas?: 0 | 1 | 2;
  /** Frames that a derivative is of; fewer, still odd, in a clip with fewer. Default 9. */
  readonly deltaWidth?: number;
}

/** Mel-frequency cepstral coefficients: `mfcc_1`, `mfcc_2`, … */
export interface MfccConfig
  extends Readonly<CepstrumOptions>,
    Readonly<Omit<MelOptions, 'norm'>>,
    TopDb,
    Deltas {
  readonly kind: 'mfcc';
  readonly melNorm?: MelOptions['norm'];
}

/** Mel power spectrogram: `mel_1`, `mel_2`, … */
export interface MelConfig extends Readonly<MelOptions> {
  readonly kind: 'mel';
  /** Exponent of the magnitude. Default 2. */
  readonly power?: number;
}

/** Mel power spectrogram in dB, ref 1: `logmel_1`, `logmel_2`, … */
export interface LogMelConfig extends Readonly<MelOptions>, TopDb, Deltas {
  readonly kind: 'logmel';
}

/** Pitch by YIN in Hz and its certainty, over frames of `nFft`: `f0`, `voicing`. */
export interface PitchConfig extends Readonly<Omit<PitchRange, 'fMin' | 'fMax'>> {
  readonly kind: 'pitch';
  /** Lowest pitch in Hz. Default 65 (C2). */
  readonly fMin?: number;
  /** Highest pitch in Hz. Default 600. */
  readonly fMax?: number;
}

/** A spectrum's shape, one value a frame, with librosa's defaults; named as its kind. */
export interface SpectralShapeConfig {
  readonly kind: 'centroid' | 'bandwidth' | 'rolloff' | 'flatness';
}

/** Peaks over valleys in octave bands, dB: `contrast_1`, `contrast_2`, … */
export interface ContrastConfig
  extends Readonly<Pick<SpectralContrastOptions, 'fMin' | 'nBands' | 'quantile' | 'linear'>> {
  readonly kind: 'contrast';
}

/** One feature of an extractor. */
export type FeatureConfig =
  | ZcrConfig
  | RmsConfig
  | ChromaConfig
  | MfccConfig
  | MelConfig
  | LogMelConfig
  | PitchConfig
  | SpectralShapeConfig
  | ContrastConfig;

/** What an extractor does, as plain JSON: it is saved beside a trained model. */
export interface ExtractorConfig {
  /** The rate in Hz that every clip is brought to. */
  readonly sampleRate: number;
  /** Seconds to leave out at the start. Default 0. */
  readonly offset?: number;
  /** Seconds to use after that, fewer where the clip ends; null, the default, is all. */
  readonly duration?: number | null;
  /** Samples a transform and a frame. Default 2048. */
  readonly nFft?: number;
  /** Samples from one frame to the next. Default 512. */
  readonly hopLength?: number;
  /** Samples that the window covers. Default `nFft`. */
  readonly winLength?: number;
  /** Default `'hann'`. */
  readonly window?: NamedWindow;
  /** Whether frame t is centred on sample `t * hopLength`. Default true. */
  readonly center?: boolean;
  /** What centring puts outside of the signal for spectra and RMS. Default `'constant'`. */
  readonly padMode?: PadMode;
  /** In the order in which they come out. */
  readonly features: readonly FeatureConfig[];
  /**
   * What becomes of the frames. `'mean'`, the default: a value a row. A list: that many values a
   * row, first all of the first statistic. Null: the frames themselves, `[frames, rows]`.
   */
  readonly statistic?: Statistic | readonly Statistic[] | null;
  /**
   * With `statistic: null`, frames that come out of every clip: longer ones are cut, shorter ones
   * filled with zeros at the end. Null, the default, is as many as the clip has.
   */
  readonly frames?: number | null;
}
