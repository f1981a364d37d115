import { createExtractor, type Extractor } from '@ser/features';
import type { Audio } from '@ser/recognizer';
import type { Spectrogram } from '../analysis.ts';
import { BANDS, bandsConfig } from './bands-config.ts';

/**
 * The mel bands that the model's functionals are made of, of a sound that comes in pieces. Where
 * there are more frames than columns, a column is the mean of its frames.
 */
export class SpectrogramDrawer {
  readonly spectrogram: Spectrogram;
  readonly #extractor: Extractor;
  readonly #duration: number;
  readonly #counts: Uint32Array;
  #seconds = 0;

  /** @param level Whether the pieces, or the one, are brought to the model's level first. */
  constructor(duration: number, columns: number, level: boolean) {
    this.#duration = duration;
    this.#extractor = createExtractor(bandsConfig(level));
    this.#counts = new Uint32Array(columns);
    const decibels = new Float32Array(columns * BANDS).fill(Number.NaN);
    this.spectrogram = { bands: BANDS, decibels, levelled: level };
  }

  push(audio: Audio): void {
    const { decibels } = this.spectrogram;
    const frames = this.#extractor.extract(audio);
    const seconds = audio.samples.length / audio.sampleRate;
    const count = frames.length / BANDS;
    const columns = this.#counts.length;
    for (let t = 0; t < count; t++) {
      const time = this.#seconds + (seconds * (t + 0.5)) / count;
      const column = Math.min(columns - 1, Math.floor((time / this.#duration) * columns));
      const n = ++this.#counts[column];
      for (let band = 0; band < BANDS; band++) {
        const value = frames[t * BANDS + band];
        const at = column * BANDS + band;
        decibels[at] = n === 1 ? value : decibels[at] + (value - decibels[at]) / n;
      }
    }
    this.#seconds += seconds;
  }
}
