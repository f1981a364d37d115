import type { Audio, Samples } from '../audio/audio.ts';
import { badArgument, checkPositive, checkWithin, isFloats } from '../util/checks.ts';

/** The options of a {@link WindowCutter}. */
export interface WindowCutterOptions {
  /** Samples per second. Required. */
  sampleRate: number;
  /** How long a window is, in seconds; at least one sample. Required. */
  length: number;
  /** How far apart windows begin, in seconds; at least one sample. Required. */
  hop: number;
}

/** A part of a sound. */
export interface AudioWindow {
  /** Where it begins, in seconds from the start of the sound. */
  start: number;
  /** Where it ends. */
  end: number;
  /** A copy of its own. */
  audio: Audio & { samples: Float32Array<ArrayBuffer> };
}

/**
 * Cuts a sound that comes in pieces into windows, which begin at 0, `hop`, 2 · `hop`, and so on.
 *
 * Each window begins at the sample nearest to its time, so that none drifts. After the end comes
 * one shorter window, where the sound has samples that no window had. What no later window needs is
 * forgotten: memory is bounded by a window and what was pushed since the last pull.
 *
 * @example
 * const cutter = new WindowCutter({ sampleRate: 16_000, length: 3, hop: 1 });
 * cutter.push(samples);
 * for (let window = cutter.pull(); window; window = cutter.pull()) show(window);
 */
export class WindowCutter {
  readonly #sampleRate: number;
  readonly #hop: number;
  /** Samples of a whole window. */
  readonly #size: number;
  /** Samples that were pushed and may be needed; the first `#count` of them are in use. */
  #buffer = new Float32Array(0);
  #count = 0;
  /** Where the buffer begins, in samples from the start of the sound. */
  #origin = 0;
  /** The number of the next window. */
  #next = 0;
  /** Where the windows that were pulled end, in samples. */
  #covered = 0;
  #ended = false;

  constructor({ sampleRate, length, hop }: WindowCutterOptions) {
    checkPositive('WindowCutter', 'sampleRate', sampleRate);
    checkWithin('WindowCutter', 'length', length, 1 / sampleRate, Number.MAX_VALUE);
    checkWithin('WindowCutter', 'hop', hop, 1 / sampleRate, Number.MAX_VALUE);
    this.#sampleRate = sampleRate;
    this.#hop = hop;
    this.#size = Math.round(length * sampleRate);
  }

  /** Takes the samples that follow, of any number; they are copied. */
  push(samples: Samples): void {
    if (!isFloats(samples)) {
      throw badArgument('WindowCutter.push', 'samples', 'a Float32Array or Float64Array', samples);
    }
    if (this.#ended) {
      throw badArgument('WindowCutter.push', 'samples', 'left out after end()', samples);
    }
    this.#forget();
    // Samples between two windows are in none: they count, and are not kept.
    const gap = this.#start() - (this.#origin + this.#count);
    const skipped = Math.min(Math.max(gap, 0), samples.length);
    if (skipped > 0) this.#origin += skipped;
    this.#append(samples.subarray(skipped));
  }

  /** Says that no more samples come. */
  end(): void {
    this.#ended = true;
  }

  /** The next window, or undefined as long as more samples are needed for it. */
  pull(): AudioWindow | undefined {
    const start = this.#start();
    const pushed = this.#origin + this.#count;
    const whole = start + this.#size;
    const isLast = this.#ended && pushed > start && pushed > this.#covered;
    if (whole > pushed && !isLast) return undefined;
    const end = Math.min(whole, pushed);
    const samples = this.#buffer.slice(start - this.#origin, end - this.#origin);
    this.#covered = end;
    this.#next += 1;
    const sampleRate = this.#sampleRate;
    return { start: start / sampleRate, end: end / sampleRate, audio: { samples, sampleRate } };
  }

  /** Where the next window begins, in samples. */
  #start(): number {
    return Math.round(this.#next * this.#hop * this.#sampleRate);
  }

  /** Drops what is before the next window, once that is half of the buffer, or all that is in use. */
  #forget(): void {
    const old = Math.min(this.#start() - this.#origin, this.#count);
    if (old <= 0 || (old < this.#count && 2 * old < this.#buffer.length)) return;
    this.#buffer.copyWithin(0, old, this.#count);
    this.#origin += old;
    this.#count -= old;
  }

  #append(samples: Samples): void {
    const count = this.#count + samples.length;
    if (count > this.#buffer.length) {
      const buffer = new Float32Array(Math.max(count, 2 * this.#buffer.length));
      buffer.set(this.#buffer.subarray(0, this.#count));
      this.#buffer = buffer;
    }
    this.#buffer.set(samples, this.#count);
    this.#count = count;
  }
}
