import type { MelOptions } from '../filters/mel.ts';
import type { Samples } from '../samples.ts';
import { cached } from '../util/cached.ts';
import { checkPositive } from '../util/check.ts';
import { filterPowers } from '../util/filter-powers.ts';
import { Frames } from '../util/frames.ts';
import { type Framing, framing } from '../util/framing.ts';
import { type Matrix, transpose } from '../util/matrix.ts';
import { melBank } from '../util/mel-bank.ts';
import { powers, type Spectrogram, spectrogramOf } from '../util/spectrogram.ts';
import type { ExtractorConfig } from './extractor-config.ts';

// Different powers and mel spectrograms of one clip.
const SHARED = 16;

/** What the features of one clip share: frames, a transform, its powers, its mel spectrograms. */
export class Analysis {
  readonly samples: Samples;
  readonly config: ExtractorConfig;
  readonly #framing: Framing;
  #frames: Frames | undefined;
  #spectrogram: Spectrogram | undefined;
  #magnitudes: Matrix | undefined;
  readonly #powers: Map<number, Float32Array> = new Map();
  readonly #mels: Map<string, Matrix> = new Map();

  /** @param samples finite, and at least one */
  constructor(samples: Samples, config: ExtractorConfig) {
    this.samples = samples;
    this.config = config;
    this.#framing = framing('extract', { ...config, hopLength: config.hopLength ?? 512 });
  }

  /** The frames that transforms and energies read. */
  frames(): Frames {
    this.#frames ??= new Frames('extract', this.samples, this.#framing.nFft, this.#framing);
    return this.#frames;
  }

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

  /** Frames of |STFT|^power. */
  powers(power: number): Float32Array {
    checkPositive('extract', 'power', power);
    return cached(this.#powers, SHARED, power, () => powers(this.spectrogram(), power));
  }

  mel(power: number, { nMels, fMin, fMax, htk, norm }: MelOptions): Matrix {
    checkPositive('extract', 'power', power);
    const key = [power, nMels, fMin, fMax, htk, norm].map(String).join();
    return cached(this.#mels, SHARED, key, () => {
      const { sampleRate } = this.config;
      const { nFft } = this.spectrogram();
      const bank = melBank({ sampleRate, nFft, nMels, fMin, fMax, htk, norm });
      return filterPowers(bank, this.spectrogram(), power);
    });
  }
}
