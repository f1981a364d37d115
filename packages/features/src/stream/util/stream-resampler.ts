import type { BandLimiter } from '../../kernels/resample/band-limiter.ts';
import type { Interpolator, Reader } from '../../kernels/resample/interpolator.ts';
import {
  complete,
  resampledCount,
  resampledLength,
  resampler,
} from '../../kernels/resample/resampler.ts';
import type { Samples } from '../../samples.ts';
import type { SampleBuffer } from './sample-buffer.ts';

/** The end of a whole signal, with which no value waits for more samples. */
const NEVER = Number.POSITIVE_INFINITY;

/**
 * `resample`, of a signal that comes in chunks: the same samples, bit for bit, because the filters
 * work in the same blocks. A block waits for the samples that it reads. Pushing allocates nothing.
 */
export class StreamResampler {
  /** How many seconds after its time a sample is there, at most. */
  readonly delay: number;
  readonly #from: number;
  readonly #to: number;
  readonly #limiter: BandLimiter;
  readonly #values: Interpolator;
  /** The samples that blocks will read, from `start` on. */
  readonly #signal: { readonly values: Float64Array; start: number; end: number };
  /** The band-limited signal from `#start` to `#end`, which values will read. */
  readonly #reader: Reader;
  readonly #result: Float32Array;
  #start: number;
  #end: number = 0;
  #block: number = 0;
  /** How many values were computed. */
  #done: number = 0;

  /** Rates that `resample` takes, and that are not equal. */
  constructor(from: number, to: number) {
    const { live: limiter, values } = resampler(from, to);
    const { lead, blockLength, stride, lookBack, lookAhead } = limiter;
    this.#from = from;
    this.#to = to;
    this.#limiter = limiter;
    this.#values = values;
    this.#signal = { values: new Float64Array(lookBack + stride + lookAhead), start: 0, end: 0 };
    this.#reader = values.openLasting(lead + values.taps + 2 * blockLength);
    // As many values as a block has, and those that waited for its first samples.
    this.#result = new Float32Array(Math.ceil((blockLength + values.taps) / values.step) + 1);
    this.#start = -lead;
    const between = (from * blockLength) / stride;
    this.delay = lookAhead / from + (values.first(0) + values.taps) / between;
  }

  /** Takes the next samples. Appends to `out` what they complete; it needs those from `needed` on. */
  push(samples: Samples, out: SampleBuffer, needed: number): void {
    const signal = this.#signal;
    const { stride, lookBack, lookAhead } = this.#limiter;
    for (let at = 0; at < samples.length; ) {
      const kept = signal.end - signal.start;
      const count = Math.min(samples.length - at, signal.values.length - kept);
      for (let i = 0; i < count; i++) signal.values[kept + i] = samples[at + i];
      at += count;
      signal.end += count;
      while (this.#block * stride + lookAhead <= signal.end) this.#convert(NEVER, out, needed);
      // The samples that the next block reads move to the front.
      const first = Math.max(signal.start, this.#block * stride - lookBack);
      if (first > signal.start) {
        signal.values.copyWithin(0, first - signal.start, signal.end - signal.start);
        signal.start = first;
      }
    }
  }

  /** Ends the signal: appends what is left. */
  end(out: SampleBuffer, needed: number): void {
    const { end } = this.#signal;
    const count = resampledCount(end, this.#from, this.#to);
    const blocks = this.#limiter.blocks(end);
    while (this.#block < blocks && this.#done < count) this.#convert(count, out, needed);
    // What whole signals have of a sample that is not computed.
    out.appendZeros(resampledLength(end, this.#from, this.#to) - this.#done, needed);
  }

  /** Filters the next block, and appends the values below `count` that it completes. */
  #convert(count: number, out: SampleBuffer, needed: number): void {
    const { input, read } = this.#reader;
    this.#limiter.block(this.#signal, this.#block, input, this.#end - this.#start);
    this.#block += 1;
    this.#end += this.#limiter.blockLength;
    const next = Math.min(count, complete(this.#values, this.#end));
    read(this.#start, this.#done, next, this.#result, 0);
    out.append(this.#result, needed, next - this.#done);
    this.#done = next;
    // The samples that the next value reads move to the front.
    const keep = Math.min(this.#end, this.#values.first(next));
    input.copyWithin(0, keep - this.#start, this.#end - this.#start);
    this.#start = keep;
  }
}
