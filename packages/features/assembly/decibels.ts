// Decibels: number for number as src/kernels/write-decibels.ts computes them.

import { loadDoubles } from './lanes';

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

// @ts-ignore: a decorator of AssemblyScript
@inline
function log10(x: v128): v128 {
  const one = f64x2.splat(1);
  // x = m · 2^e with m in [1, 2); the exponent's bits below those of 2^52 make it a double.
  const raw = v128.or(i64x2.shr_u(x, 52), i64x2.splat(0x4330000000000000));
  let e = f64x2.sub(raw, f64x2.splat(4503599627370496.0 + 1023.0));
  let m = v128.or(v128.and(x, i64x2.splat(0x000fffffffffffff)), i64x2.splat(0x3ff0000000000000));
  const large = f64x2.gt(m, f64x2.splat(Math.SQRT2));
  e = f64x2.add(e, v128.and(large, one));
  m = f64x2.sub(m, v128.and(large, f64x2.mul(m, f64x2.splat(0.5))));
  const s = f64x2.div(f64x2.sub(m, one), f64x2.add(m, one));
  const z = f64x2.mul(s, s);
  let p = f64x2.splat(1.0 / 17.0);
  p = f64x2.add(f64x2.mul(p, z), f64x2.splat(1.0 / 15.0));
  p = f64x2.add(f64x2.mul(p, z), f64x2.splat(1.0 / 13.0));
  p = f64x2.add(f64x2.mul(p, z), f64x2.splat(1.0 / 11.0));
  p = f64x2.add(f64x2.mul(p, z), f64x2.splat(1.0 / 9.0));
  p = f64x2.add(f64x2.mul(p, z), f64x2.splat(1.0 / 7.0));
  p = f64x2.add(f64x2.mul(p, z), f64x2.splat(1.0 / 5.0));
  p = f64x2.add(f64x2.mul(p, z), f64x2.splat(1.0 / 3.0));
  p = f64x2.add(f64x2.mul(p, z), one);
  const ln = f64x2.mul(f64x2.mul(p, s), f64x2.splat(2.0 * Math.LOG10E));
  return f64x2.add(f64x2.mul(e, f64x2.splat(0.30102999566398120)), ln);
}
