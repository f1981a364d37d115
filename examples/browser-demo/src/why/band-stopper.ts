import { type ComplexMatrix, istft, stft } from '@ser/features';
import type { Audio } from '@ser/recognizer';
import { LOWEST } from './occlude-time.ts';

const N_FFT = 2048;
const QUIET = 0.1;

/** Turns bands of a sound down to the level that they have in its pauses. */
export class BandStopper {
  readonly #audio: Audio;
  readonly #spectrum: ComplexMatrix;

  constructor(audio: Audio) {
    this.#audio = audio;
    this.#spectrum = stft(audio.samples, { nFft: N_FFT });
  }

  /** The sound with what is in [low, high) Hz turned down. */
  stop(low: number, high: number): Audio {
    const { samples, sampleRate } = this.#audio;
    const { shape } = this.#spectrum;
    const [bins, frames] = shape;
    const real = Float32Array.from(this.#spectrum.real);
    const imag = Float32Array.from(this.#spectrum.imag);
    const bin = (hz: number) => Math.min(bins, Math.ceil((hz * N_FFT) / sampleRate));
    const [from, to] = [bin(low), bin(high)];
    const levels = new Float64Array(frames);
    for (let f = from; f < to; f++) {
      for (let t = 0; t < frames; t++) {
        const i = f * frames + t;
        levels[t] += real[i] * real[i] + imag[i] * imag[i];
      }
    }
    const mean = levels.reduce((a, b) => a + b, 0) / frames;
    const quiet = levels.toSorted()[Math.floor(QUIET * frames)];
    const floor = Math.max(quiet, LOWEST * LOWEST * mean);
    for (let t = 0; t < frames; t++) {
      const gain = Math.min(1, Math.sqrt(floor / Math.max(levels[t], Number.MIN_VALUE)));
      for (let f = from; f < to; f++) {
        real[f * frames + t] *= gain;
        imag[f * frames + t] *= gain;
      }
    }
    const stopped = istft({ real, imag, shape }, { nFft: N_FFT, length: samples.length });
    return { samples: stopped, sampleRate };
  }
}
