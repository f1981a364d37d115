import type { Tracks } from './tracks.ts';

/** The pairs of channels i ≤ j. */
export const pairCount = (channels: number): number => (channels * (channels + 1)) / 2;

/** The mean product of each pair of channels i ≤ j: (1, 1), (1, 2), …, (2, 2), … */
export function secondMoments({ values, frames, channels }: Tracks): Float64Array {
  const sums = new Float64Array(pairCount(channels));
  for (let t = 0; t < frames; t++) {
    const row = t * channels;
    for (let i = 0, at = 0; i < channels; i++) {
      const value = values[row + i];
      for (let j = i; j < channels; j++) sums[at++] += value * values[row + j];
    }
  }
  for (let at = 0; at < sums.length; at++) sums[at] /= frames;
  return sums;
}

/** The mean product of each channel of `x` with each of `y`, `[channels of x, channels of y]`. */
export function crossMoments(x: Tracks, y: Tracks): Float64Array {
  const sums = new Float64Array(x.channels * y.channels);
  for (let t = 0; t < x.frames; t++) {
    const row = t * y.channels;
    for (let i = 0, at = 0; i < x.channels; i++) {
      const value = x.values[t * x.channels + i];
      for (let j = 0; j < y.channels; j++) sums[at++] += value * y.values[row + j];
    }
  }
  for (let at = 0; at < sums.length; at++) sums[at] /= x.frames;
  return sums;
}

/** Divides the moment of each pair by what `divisor` says of its channels. */
export function dividePairs(
  moments: Float64Array,
  channels: number,
  divisor: (i: number, j: number) => number,
): Float64Array {
  for (let i = 0, at = 0; i < channels; i++) {
    for (let j = i; j < channels; j++) moments[at++] /= divisor(i, j);
  }
  return moments;
}
