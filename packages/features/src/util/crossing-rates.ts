import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { badArgument, checkInteger, checkNonNegative } from './checks.ts';
import { floatBits } from './float-bits.ts';
import { FRAME_OPTIONS, type FrameOptions } from './frame-options.ts';
import { MAX_LENGTH } from './limits.ts';

/** How crossings are counted. */
export interface CrossingOptions extends FrameOptions {
  /**
   * Samples between `-threshold` and `threshold` count as zero, and zero as positive. Default
   * 1e-10.
   */
  threshold?: number;
}

/** The names of the options. */
export const CROSSING_OPTIONS: OptionNames<CrossingOptions> = { ...FRAME_OPTIONS, threshold: true };

/** The crossing rate of each frame of samples that are known to be finite. */
export function crossingRates(samples: Samples, options: CrossingOptions): Float32Array {
  const { frameLength = 2048, hopLength = 512, center = true, threshold = 1e-10 } = options;
  checkInteger('zeroCrossingRate', 'frameLength', frameLength, 1, MAX_LENGTH);
  checkInteger('zeroCrossingRate', 'hopLength', hopLength, 1);
  checkNonNegative('zeroCrossingRate', 'threshold', threshold);
  const padding = center ? Math.floor(frameLength / 2) : 0;
  const n = samples.length;
  if (n + 2 * padding < frameLength) {
    throw badArgument('zeroCrossingRate', 'samples', `at least ${frameLength} long`, n);
  }
  const frames = 1 + Math.floor((n + 2 * padding - frameLength) / hopLength);
  // The first and the last sample of each frame. Padding repeats samples and adds no crossing.
  const ends = Array.from({ length: frames }, (_, t) => {
    const start = t * hopLength - padding;
    return [Math.max(0, Math.min(n - 1, start)), Math.min(n - 1, start + frameLength - 1)] as const;
  });
  // Crossings before the samples at which a frame begins or ends.
  const before = new Map<number, number>();
  const count = crossingCounter(samples, threshold);
  let counted = 0;
  let crossings = 0;
  for (const end of ends.flat().sort((a, b) => a - b)) {
    crossings += count(counted, end);
    counted = end;
    before.set(end, crossings);
  }
  const crossed = (first: number, last: number): number =>
    (before.get(last) ?? 0) - (before.get(first) ?? 0);
  return Float32Array.from(ends, ([first, last]) => crossed(first, last) / frameLength);
}

/** Counts changes of sign from one sample to another. */
function crossingCounter(
  samples: Samples,
  threshold: number,
): (first: number, last: number) => number {
  if (samples instanceof Float32Array) {
    const bits = floatBits(samples);
    const limit = singleBitsBelow(threshold);
    return (first, last) => crossingsOfSingles(bits, first, last, limit);
  }
  return (first, last) => {
    let count = 0;
    for (let i = first + 1; i <= last; i++) {
      if (samples[i] < -threshold !== samples[i - 1] < -threshold) count++;
    }
    return count;
  };
}

/**
 * The same in integers, without a branch, which no processor would predict. A number is below
 * -threshold when its sign bit is set and its other bits are more than the threshold's.
 */
function crossingsOfSingles(bits: Int32Array, first: number, last: number, limit: number): number {
  let count = 0;
  let previous = ((limit - (bits[first] & 0x7fffffff)) & bits[first]) >>> 31;
  for (let i = first + 1; i <= last; i++) {
    const negative = ((limit - (bits[i] & 0x7fffffff)) & bits[i]) >>> 31;
    count += negative ^ previous;
    previous = negative;
  }
  return count;
}

/** The bits of the greatest float32 that is not above a number of at least 0. */
function singleBitsBelow(value: number): number {
  const single = Float32Array.of(value);
  return floatBits(single)[0] - (single[0] > value ? 1 : 0);
}
