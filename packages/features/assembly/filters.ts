// Sparse filters times frames: number for number as src/kernels/sparse-filters.ts computes them.

import { loadDoubles } from './lanes';

/**
 * Filters times four frames.
 *
 * @param runs Three 32-bit integers each: row, first bin, count; rows ascend.
 * @param weights Doubles, those of a run after those of the run before.
 * @param frames Floats, a frame every `pitch` bytes.
 * @param sums Four doubles a row, a frame each; to begin with, zeros.
 */
export function filterFour(
  runs: usize,
  count: i32,
  weights: usize,
  frames: usize,
  pitch: usize,
  sums: usize,
): void {
  for (let end = runs + <usize>count * 12; runs < end; runs += 12) {
    const to = sums + ((<usize>load<i32>(runs)) << 5);
    let a = frames + ((<usize>load<i32>(runs, 4)) << 2);
    const length = <usize>load<i32>(runs, 8);
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let stop = weights + ((length & ~1) << 3); weights < stop; weights += 16, a += 8) {
      const weight = v128.load(weights);
      const b = a + pitch;
      const c = b + pitch;
      s0 = f64x2.add(s0, f64x2.mul(weight, loadDoubles(a)));
      s1 = f64x2.add(s1, f64x2.mul(weight, loadDoubles(b)));
      s2 = f64x2.add(s2, f64x2.mul(weight, loadDoubles(c)));
      s3 = f64x2.add(s3, f64x2.mul(weight, loadDoubles(c + pitch)));
    }
    let t0 = sum(s0);
    let t1 = sum(s1);
    let t2 = sum(s2);
    let t3 = sum(s3);
    if (length & 1) {
      const weight = load<f64>(weights);
      t0 += weight * load<f32>(a);
      t1 += weight * load<f32>(a + pitch);
      t2 += weight * load<f32>(a + 2 * pitch);
      t3 += weight * load<f32>(a + 3 * pitch);
      weights += 8;
    }
    store<f64>(to, load<f64>(to) + t0);
    store<f64>(to, load<f64>(to, 8) + t1, 8);
    store<f64>(to, load<f64>(to, 16) + t2, 16);
    store<f64>(to, load<f64>(to, 24) + t3, 24);
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function sum(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}

/** Squares floats in place; `count` is rounded up to a multiple of four. */
export function square(values: usize, count: i32): void {
  for (let end = values + (<usize>count << 2); values < end; values += 16) {
    const value = v128.load(values);
    v128.store(values, f32x4.mul(value, value));
  }
}
