// Decibels: number for number as src/kernels/write-decibels.ts computes them.

import { loadDoubles } from './lanes';
import { log10 } from './logarithm';

/**
 * out = 10·log10(max(least, value)) − offset.
 *
 * @param values Floats; rounded up to an even count, as `out` is.
 * @param least A double that is not subnormal.
 */
export function decibels(
  values: usize,
  out: usize,
  count: i32,
  least: f64,
  offset: f64,
): void {
  const floor = f64x2.splat(least);
  const shift = f64x2.splat(offset);
  const ten = f64x2.splat(10);
  for (let end = out + (<usize>count << 2); out < end; out += 8, values += 8) {
    const level = f64x2.mul(ten, log10(f64x2.max(floor, loadDoubles(values))));
    const single = f32x4.demote_f64x2_zero(f64x2.sub(level, shift));
    v128.store64_lane(out, single, 0);
  }
}
