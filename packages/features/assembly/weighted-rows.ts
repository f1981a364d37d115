// Weighted sums of rows: number for number as src/kernels/weighted-rows.ts computes them.

import { loadDoubles } from './lanes';

/**
 * out = weights · values in doubles, rounded to floats. Each sum runs over the inner dimension in
 * ascending order.
 *
 * @param weights Doubles, `[rows, inner]`, `rows` a multiple of two.
 * @param values Floats, `[inner, columns]`, at least eight columns.
 * @param out Floats, `[rows, columns]`.
 */
export function weightedRows(
  weights: usize,
  values: usize,
  out: usize,
  rows: i32,
  inner: i32,
  columns: i32,
): void {
  const pitch = <usize>columns << 2;
  const row = <usize>inner << 3;
  for (let column: usize = 0; column < pitch; column += 32) {
    // The last eight overlap those before.
    if (column + 32 > pitch) column = pitch - 32;
    let to = out + column;
    let weight = weights;
    for (let i = 0; i < rows; i += 2, weight += row, to += 2 * pitch) {
      let s0 = f64x2.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      let t0 = s0;
      let t1 = s0;
      let t2 = s0;
      let t3 = s0;
      let from = values + column;
      for (let end = weight + row; weight < end; weight += 8, from += pitch) {
        const x = v128.load64_splat(weight);
        const y = v128.load64_splat(weight + row);
        const b0 = loadDoubles(from);
        const b1 = loadDoubles(from + 8);
        const b2 = loadDoubles(from + 16);
        const b3 = loadDoubles(from + 24);
        s0 = f64x2.add(s0, f64x2.mul(x, b0));
        s1 = f64x2.add(s1, f64x2.mul(x, b1));
        s2 = f64x2.add(s2, f64x2.mul(x, b2));
        s3 = f64x2.add(s3, f64x2.mul(x, b3));
        t0 = f64x2.add(t0, f64x2.mul(y, b0));
        t1 = f64x2.add(t1, f64x2.mul(y, b1));
        t2 = f64x2.add(t2, f64x2.mul(y, b2));
        t3 = f64x2.add(t3, f64x2.mul(y, b3));
      }
      store4(to, s0, s1, s2, s3);
      store4(to + pitch, t0, t1, t2, t3);
    }
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function store4(at: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store64_lane(at, f32x4.demote_f64x2_zero(a), 0);
  v128.store64_lane(at, f32x4.demote_f64x2_zero(b), 0, 8);
  v128.store64_lane(at, f32x4.demote_f64x2_zero(c), 0, 16);
  v128.store64_lane(at, f32x4.demote_f64x2_zero(d), 0, 24);
}
