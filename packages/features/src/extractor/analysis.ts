import type { MelOptions } from '../filters/mel.ts';
import { type Matrix, transpose } from '../matrix.ts';
import { melBank } from '../mel-bank.ts';
import type { Samples } from '../samples.ts';
import { applyFilters } from '../sparse-filters.ts';
import { powers, type Spectrogram, spectrogram } from '../spectrogram.ts';
import type { ExtractorConfig } from './config.ts';

/** What the features of one clip share: a transform, its powers, its mel spectrograms. */
export class Analysis {
  readonly samples: Samples;
  readonly config: ExtractorConfig;
  #spectrogram: Spectrogram | undefined;
  #magnitudes: Matrix | undefined;
  readonly #powers: Map<number, Float32Array> = new Map();
  readonly #mels: Map<string, Matrix> = new Map();

  constructor(samples: Samples, config: ExtractorConfig) {
    this.samples = samples;
    this.config = config;
  }

  spectrogram(): Spectrogram {
    this.#spectrogram ??= spectrogram('extract', this.samples, this.config);
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
    return remember(this.#powers, power, () => powers(this.spectrogram(), power));
  }

  mel(power: number, { nMels, fMin, fMax, htk, norm }: MelOptions): Matrix {
    const key = [power, nMels, fMin, fMax, htk, norm].map(String).join();
    return remember(this.#mels, key, () => {
      const { sampleRate } = this.config;
      const { nFft } = this.spectrogram();
      const bank = melBank({ sampleRate, nFft, nMels, fMin, fMax, htk, norm });
      return applyFilters(bank, this.powers(power));
    });
  }
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}
