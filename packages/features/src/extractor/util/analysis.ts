import type { MelOptions } from '../../filters/mel.ts';
import { type Descriptors, describe } from '../../functionals/descriptors/descriptors.ts';
import type { Samples } from '../../samples.ts';
import { cached } from '../../util/cached.ts';
import { filterPowers } from '../../util/filter-powers.ts';
import { Frames } from '../../util/frames.ts';
import { type Framing, framing } from '../../util/framing.ts';
import { type Matrix, transpose } from '../../util/matrix.ts';
import { melBank } from '../../util/mel-bank.ts';
import { powers, type Spectrogram, spectrogramOf } from '../../util/spectrogram.ts';
import type { SignalConfig } from '../signal-config.ts';
import { checkSpeechSignal } from './check-speech-signal.ts';

/** How many different powers, and mel spectrograms, of one clip are cached. */
const CACHED = 16;

/** The default of librosa's features, a quarter of their default frame. */
const DEFAULT_HOP_LENGTH = 512;

/** Caches what the features of one clip share: its frames, spectra and mel spectrograms. */
export class Analysis {
  readonly samples: Samples;
  readonly config: SignalConfig;
  readonly #framing: Framing;
  #frames: Frames | undefined;
  #spectrogram: Spectrogram | undefined;
  #magnitudes: Matrix | undefined;
  #descriptors: Descriptors | undefined;
  readonly #powers: Map<number, Float32Array> = new Map();
  readonly #mels: Map<string, Matrix> = new Map();

  /** @param samples Finite, and at least one. */
  constructor(samples: Samples, config: SignalConfig) {
    this.samples = samples;
    this.config = config;
    this.#framing = signalFraming('extract', config);
  }

  /** Samples a transform and a frame. */
  get nFft(): number {
    return this.#framing.nFft;
  }

  /** Samples from one frame to the next. */
  get hopLength(): number {
    return this.#framing.hopLength;
  }

  /** The frames that transforms and energies read. */
  frames(): Frames {
    this.#frames ??= new Frames('extract', this.samples, this.nFft, this.#framing);
    return this.#frames;
  }

  /** |STFT|, frames first. */
  spectrogram(): Spectrogram {
    this.#spectrogram ??= spectrogramOf(this.frames(), this.#framing);
    return this.#spectrogram;
  }

  /** |STFT| as a matrix `[bins, frames]`. */
  magnitudes(): Matrix {
    const { magnitudes, frames, bins } = this.spectrogram();
    this.#magnitudes ??= transpose({ data: magnitudes, shape: [frames, bins] });
    return this.#magnitudes;
  }

  /** What the shape of those magnitudes is described with. */
  spectral(): { sampleRate: number; nFft: number } {
    return { sampleRate: this.config.sampleRate, nFft: this.nFft };
  }

  /** Frames of |STFT|^power. */
  powers(power: number): Float32Array {
    return cached(this.#powers, CACHED, power, () => powers(this.spectrogram(), power));
  }

  /**
   * The low-level descriptors of speech.
   *
   * @throws {FeatureError} where the clip is not read as they need it.
   */
  descriptors(caller: string): Descriptors {
    checkSpeechSignal(caller, this.config);
    this.#descriptors ??= describe(this.samples);
    return this.#descriptors;
  }

  /** Mel spectrogram of |STFT|^power, `[nMels, frames]`. */
  mel(power: number, { nMels, fMin, fMax, htk, norm }: MelOptions): Matrix {
    const key = [power, nMels, fMin, fMax, htk, norm].map(String).join();
    return cached(this.#mels, CACHED, key, () => {
      const { sampleRate } = this.config;
      const bank = melBank({ sampleRate, nFft: this.nFft, nMels, fMin, fMax, htk, norm });
      return filterPowers(bank, this.spectrogram(), power);
    });
  }
}

/**
 * The framing of an extractor.
 *
 * @throws {FeatureError} for sizes that do not fit together.
 */
export function signalFraming(caller: string, config: SignalConfig): Framing {
  const { nFft, hopLength = DEFAULT_HOP_LENGTH, winLength, window, center, padMode } = config;
  return framing(caller, { nFft, hopLength, winLength, window, center, padMode });
}
