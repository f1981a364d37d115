import type { SignalConfig } from '../../extractor/signal-config.ts';
import { signalFraming } from '../../extractor/util/analysis.ts';
import { planFft } from '../../kernels/fft/plan-fft.ts';
import type { RealFft } from '../../kernels/fft/real-fft.ts';
import { windowFrame } from '../../kernels/window-frame.ts';
import { framingWindow } from '../../util/framing.ts';

/** The current frame, and what its features share. A frame allocates nothing. */
export class FrameSource {
  readonly sampleRate: number;
  readonly nFft: number;
  readonly hopLength: number;
  readonly bins: number;
  /** The signal, and the index at which the frame starts. */
  values: Float64Array = new Float64Array(0);
  start: number = 0;
  /** The part of `values` that is signal and not padding. */
  signalStart: number = 0;
  signalEnd: number = 0;
  readonly #window: Float64Array;
  readonly #fft: RealFft;
  readonly #magnitudes: Float32Array;
  readonly #power: Float32Array;
  #exponent: number = 0;
  #transformed: boolean = false;

  constructor(config: SignalConfig) {
    const frame = signalFraming('createFrameStream', config);
    this.sampleRate = config.sampleRate;
    this.nFft = frame.nFft;
    this.hopLength = frame.hopLength;
    this.#window = framingWindow(frame);
    this.#fft = planFft(this.nFft);
    this.bins = this.#fft.bins;
    this.#magnitudes = new Float32Array(this.bins);
    this.#power = new Float32Array(this.bins);
  }

  /** Goes to the frame at `start` of `values`. */
  moveTo(values: Float64Array, start: number, signalStart: number, signalEnd: number): void {
    this.values = values;
    this.start = start;
    this.signalStart = signalStart;
    this.signalEnd = signalEnd;
    this.#transformed = false;
    this.#exponent = 0;
  }

  /** |spectrum|^power of the frame, until the next call. */
  power(exponent: number): Float32Array {
    if (!this.#transformed) {
      // `load` would allocate a view of the samples.
      windowFrame(this.values, this.start, this.#window, this.#fft.signal);
      this.#fft.forward();
      this.#fft.magnitudes(this.#magnitudes, 0);
      this.#transformed = true;
    }
    if (exponent === 1) return this.#magnitudes;
    if (exponent !== this.#exponent) {
      for (let f = 0; f < this.bins; f++) {
        const magnitude = this.#magnitudes[f];
        this.#power[f] = exponent === 2 ? magnitude * magnitude : magnitude ** exponent;
      }
      this.#exponent = exponent;
    }
    return this.#power;
  }
}
