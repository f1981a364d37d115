import type { Samples } from '../samples.ts';
import { badArgument } from './checks.ts';
import { type PadMode, padSource } from './pad-source.ts';

/** How a signal is cut into frames. */
export interface FrameLayout {
  readonly hopLength: number;
  /** Whether frame t is centred on sample `t * hopLength`. */
  readonly center: boolean;
  /** How centring pads the signal. */
  readonly padMode: PadMode;
}

/**
 * A signal cut into frames, padded where they are centred. Only frames beyond an end are copied.
 *
 * @throws {FeatureError} when not one frame fits.
 */
export class Frames {
  readonly count: number;
  readonly hopLength: number;
  /** The index in `values` of the first sample that the last `seek` went to. */
  values: Samples;
  start: number = 0;
  readonly #samples: Samples;
  readonly #padding: number;
  readonly #edge: Samples;
  readonly #source: (index: number) => number;

  constructor(
    caller: string,
    samples: Samples,
    frameLength: number,
    { hopLength, center, padMode }: FrameLayout,
  ) {
    this.#samples = samples;
    this.#padding = center ? Math.floor(frameLength / 2) : 0;
    this.#source = padSource(padMode, samples.length);
    const length = samples.length + 2 * this.#padding;
    if (length < frameLength) {
      throw badArgument(caller, 'samples', `at least ${frameLength} long`, length);
    }
    this.count = 1 + Math.floor((length - frameLength) / hopLength);
    this.hopLength = hopLength;
    this.values = samples;
    this.#edge =
      samples instanceof Float32Array
        ? new Float32Array(frameLength)
        : new Float64Array(frameLength);
  }

  /** Whether samples are float32. */
  get single(): boolean {
    return this.#samples instanceof Float32Array;
  }

  /** Copies the padded signal to `out`, from the beginning of frame `t` on. */
  copy(t: number, out: Samples): void {
    const samples = this.#samples;
    const first = t * this.hopLength - this.#padding;
    const from = Math.min(out.length, Math.max(0, -first));
    const to = Math.max(from, Math.min(out.length, samples.length - first));
    this.#pad(first, 0, from, out);
    out.set(samples.subarray(first + from, first + to), from);
    this.#pad(first, to, out.length, out);
  }

  /** Writes the padding around the signal: `out[i]` of sample `first + i`. */
  #pad(first: number, start: number, end: number, out: Samples): void {
    for (let i = start; i < end; i++) {
      const at = this.#source(first + i);
      out[i] = at < 0 ? 0 : this.#samples[at];
    }
  }

  /** Goes to frame `t`. */
  seekFrame(t: number): void {
    this.seek(t * this.hopLength, this.#edge.length);
  }

  /** Goes to `length` samples, at most a frame, from `position` on; 0 is where padding begins. */
  seek(position: number, length: number): void {
    const samples = this.#samples;
    const from = position - this.#padding;
    if (from >= 0 && from + length <= samples.length) {
      this.values = samples;
      this.start = from;
      return;
    }
    for (let i = 0; i < length; i++) {
      const index = from + i;
      const at = index >= 0 && index < samples.length ? index : this.#source(index);
      this.#edge[i] = at < 0 ? 0 : samples[at];
    }
    this.values = this.#edge;
    this.start = 0;
  }
}
