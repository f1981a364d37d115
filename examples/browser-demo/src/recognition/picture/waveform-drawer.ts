import type { Audio } from '@ser/recognizer';
import type { Waveform } from '../analysis.ts';

/** Finds the lowest and the highest sample of each column of a sound that comes in pieces. */
export class WaveformDrawer {
  readonly waveform: Waveform;
  readonly #duration: number;
  #seconds = 0;

  constructor(duration: number, columns: number) {
    this.#duration = duration;
    this.waveform = { low: new Float32Array(columns), high: new Float32Array(columns) };
  }

  push({ samples, sampleRate }: Audio): void {
    const { low, high } = this.waveform;
    const step = low.length / (this.#duration * sampleRate);
    const from = this.#seconds * sampleRate;
    for (let i = 0; i < samples.length; i++) {
      const column = Math.min(low.length - 1, Math.floor((from + i) * step));
      const sample = samples[i];
      if (sample < low[column]) low[column] = sample;
      if (sample > high[column]) high[column] = sample;
    }
    this.#seconds += samples.length / sampleRate;
  }
}
