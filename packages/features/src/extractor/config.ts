import type { ChromaOptions } from '../filters/chroma.ts';
import type { MelOptions } from '../filters/mel.ts';
import type { CepstrumOptions } from '../mfcc.ts';
import type { PadMode } from '../pad.ts';

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

/** Mel-frequency cepstral coefficients: `mfcc_1`, `mfcc_2`, … */
export interface MfccConfig extends Readonly<CepstrumOptions>, Readonly<Omit<MelOptions, 'norm'>> {
  readonly kind: 'mfcc';
  readonly melNorm?: MelOptions['norm'];
}

/** Mel power spectrogram: `mel_1`, `mel_2`, … */
export interface MelConfig extends Readonly<MelOptions> {
  readonly kind: 'mel';
  /** Exponent of the magnitude. Default 2. */
  readonly power?: number;
}

/** One feature of an extractor. */
export type FeatureConfig = ZcrConfig | RmsConfig | ChromaConfig | MfccConfig | MelConfig;

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
  readonly window?: 'hann' | 'hamming' | 'blackman' | 'boxcar';
  /** Whether frame t is centred on sample `t * hopLength`. Default true. */
  readonly center?: boolean;
  /** What centring puts outside of the signal for spectra and RMS. Default `'constant'`. */
  readonly padMode?: PadMode;
  /** In the order in which they come out. */
  readonly features: readonly FeatureConfig[];
  /** What becomes of the frames; `'mean'`, the default, gives a value a row. */
  readonly statistic?: 'mean';
}
