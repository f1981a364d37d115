import { frameSquares } from '../kernels/frame-squares.ts';
import type { Samples } from '../samples.ts';
import type { Frames } from './frames.ts';

/** Root mean squares of a signal in frames. */
export function frameRms(signal: Frames, frameLength: number): Float32Array {
  const { count: frames, hopLength } = signal;
  const part = partLength(frameLength, hopLength);
  const parts = frameLength / part;
  const stride = parts > 1 ? part : hopLength;
  const sums = new Float64Array(frames + parts - 1);
  if (parts > 1 || !frameSquares(signal, frameLength, sums)) {
    for (let i = 0; i < sums.length; i++) {
      signal.seek(i * stride, part);
      sumSquares(signal.values, signal.start, part, sums, i);
    }
  }
  const values = new Float32Array(frames);
  for (let t = 0; t < frames; t++) {
    let sum = 0;
    for (let i = t; i < t + parts; i++) sum += sums[i];
    values[t] = Math.sqrt(sum / frameLength);
  }
  return values;
}

/**
 * How many samples' squares are summed at a time. Frames that overlap by whole hops share such
 * parts. Other frames are one part each.
 */
export function partLength(frameLength: number, hopLength: number): number {
  return frameLength % hopLength === 0 ? hopLength : frameLength;
}

/**
 * Writes the sum of the squares of `count` values to `sums[at]`.
 *
 * There are four sums, because an addition waits for the one before it in the same sum. The result
 * is written to an array, because V8 allocates a number that a function returns, and live frames
 * must not allocate.
 */
export function sumSquares(
  values: Samples,
  start: number,
  count: number,
  sums: Float64Array,
  at: number,
): void {
  const end = start + count;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = start;
  for (; i + 3 < end; i += 4) {
    s0 += values[i] * values[i];
    s1 += values[i + 1] * values[i + 1];
    s2 += values[i + 2] * values[i + 2];
    s3 += values[i + 3] * values[i + 3];
  }
  for (; i < end; i++) s0 += values[i] * values[i];
  sums[at] = s0 + s1 + (s2 + s3);
}
