import { planFft } from '../../kernels/fft/plan-fft.ts';
import type { RealFft } from '../../kernels/fft/real-fft.ts';
import { writeLogarithms } from '../../kernels/write-logarithms.ts';
import type { Samples } from '../../samples.ts';
import type { KaldiSettings } from './kaldi-settings.ts';
import { kaldiWindow } from './kaldi-window.ts';

/** The step from 1 to the next float32, below which Kaldi lets no energy fall. */
export const EPSILON: number = 2 ** -23;

/**
 * The power spectrum and the energy of a frame, step by step as Kaldi: scale, dither, mean,
 * pre-emphasis, window, zeros, transform. A frame allocates nothing.
 */
export class KaldiFrame {
  /** The bins below the Nyquist frequency, of the last frame. */
  readonly power: Float32Array;
  /** The natural logarithm of its energy, in an array of one. */
  readonly logEnergy: Float32Array = new Float32Array(1);
  readonly #settings: KaldiSettings;
  readonly #window: Float64Array;
  readonly #frame: Float64Array;
  readonly #fft: RealFft;
  readonly #leastEnergy: number;

  constructor(settings: KaldiSettings) {
    const { length, nFft, windowType, blackmanCoeff, energyFloor } = settings;
    this.#settings = settings;
    this.#window = kaldiWindow(windowType, length, blackmanCoeff);
    this.#frame = new Float64Array(length);
    this.#fft = planFft(nFft);
    this.power = new Float32Array(Math.floor(nFft / 2));
    this.#leastEnergy = Math.max(EPSILON, energyFloor);
  }

  /** Reads the frame at `start` of `values`. */
  load(values: Samples, start: number): void {
    const { scale, noise, removeDcOffset, preemphasisCoefficient, rawEnergy } = this.#settings;
    const frame = this.#frame;
    const window = this.#window;
    const { length } = frame;
    for (let i = 0; i < length; i++) frame[i] = values[start + i] * scale;
    if (noise) for (let i = 0; i < length; i++) frame[i] += noise();
    if (removeDcOffset) {
      let sum = 0;
      for (let i = 0; i < length; i++) sum += frame[i];
      const mean = sum / length;
      for (let i = 0; i < length; i++) frame[i] -= mean;
    }
    if (rawEnergy) this.#takeEnergy(frame);
    const { signal } = this.#fft;
    // The first sample has none before it, and stands for that one.
    let before = frame[0];
    for (let i = 0; i < length; i++) {
      const here = frame[i];
      signal[i] = (here - preemphasisCoefficient * before) * window[i];
      before = here;
    }
    signal.fill(0, length);
    if (!rawEnergy) this.#takeEnergy(signal);
    this.#transform();
  }

  #takeEnergy(frame: Float64Array): void {
    const { logEnergy } = this;
    let sum = 0;
    for (let i = 0; i < frame.length; i++) sum += frame[i] * frame[i];
    logEnergy[0] = sum;
    writeLogarithms(logEnergy, logEnergy, this.#leastEnergy);
  }

  #transform(): void {
    const { spectrum } = this.#fft;
    const { power } = this;
    this.#fft.forward();
    for (let k = 0; k < power.length; k++) {
      const re = spectrum[2 * k];
      const im = spectrum[2 * k + 1];
      power[k] = re * re + im * im;
    }
  }
}
