// Decibels: number for number as src/kernels/write-decibels.ts computes them.

import { levels } from './logarithm';

/**
 * out = 10·log10(max(least, value)) − offset.
 *
 * @param values Floats; rounded up to an even count, as `out` is.
 * @param least A double above 0 that is neither subnormal nor infinite.
 */
export function decibels(
  values: usize,
  out: usize,
  count: i32,
  least: f64,
  offset: f64,
): void {
  levels(values, out, count + 1, least / least, least, offset, true);
}

/** The greatest of floats, none of which is NaN; `count` is at least four. */
export function greatest(values: usize, count: i32): f32 {
  const last = values + (<usize>count << 2) - 16;
  let most = v128.load(last);
  for (; values < last; values += 16) most = f32x4.pmax(most, v128.load(values));
  most = f32x4.pmax(most, v128.shuffle<i32>(most, most, 2, 3, 0, 1));
  return max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1));
}

/** Raises floats to at least `floor`; up to three more are written. */
export function raise(values: usize, count: i32, floor: f32): void {
  const least = f32x4.splat(floor);
  for (let end = values + (<usize>count << 2); values < end; values += 16) {
    v128.store(values, f32x4.pmax(least, v128.load(values)));
  }
}
