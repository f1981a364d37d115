import { rankSelector } from '../kernels/rank-selector.ts';
import type { Tracks } from './tracks.ts';

/**
 * Order statistics of each channel without interpolation: of n sorted values that at floor(p · n).
 *
 * @returns For each p the values of all channels.
 */
export function ranked(
  { values, frames, channels }: Tracks,
  fractions: readonly number[],
): Float64Array[] {
  const results = fractions.map(() => new Float64Array(channels));
  const places = fractions.map((p) => Math.min(frames - 1, Math.floor(p * frames)));
  const { values: channel, ranks, select } = rankSelector(frames, places);
  for (let c = 0; c < channels; c++) {
    for (let t = 0, at = c; t < frames; t++, at += channels) channel[t] = values[at];
    select();
    for (let i = 0; i < results.length; i++) results[i][c] = ranks[i];
  }
  return results;
}

/** A percentile of sorted values, linear between two; numpy's `percentile`. */
export function percentile(sorted: Float64Array, percent: number): number {
  const at = (percent / 100) * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The indices of the `count` greatest values; of equal ones the first. */
export function indicesOfGreatest(values: Float64Array, count: number): Int32Array {
  const indices = Array.from(values.keys());
  return Int32Array.from(indices.sort((a, b) => values[b] - values[a] || a - b).slice(0, count));
}
