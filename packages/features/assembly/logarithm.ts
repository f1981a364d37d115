// Logarithms: number for number as src/kernels/log10.ts and src/kernels/write-decibels.ts compute
// them.

import { loadDoubles } from './lanes';

/**
 * Ten times the decimal logarithms of numbers that are above 0 and not subnormal.
 *
 * @param values Floats or doubles, an even count of them.
 * @param out As many of the same.
 * @param unit 1. Constants that depend on an argument are made once, others in each turn of the loop.
 * @param least Smaller floats are raised to it.
 * @param offset What is subtracted from the levels of floats.
 */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function levels(
  values: usize,
  out: usize,
  count: i32,
  unit: f64,
  least: f64,
  offset: f64,
  floats: bool,
): void {
  const floor = f64x2.splat(least);
  const shift = f64x2.splat(offset);
  const one = f64x2.splat(unit);
  const ten = f64x2.splat(unit * 10);
  const half = f64x2.splat(unit * 0.5);
  const root = f64x2.splat(unit * Math.SQRT2);
  const c3 = f64x2.splat(unit / 3);
  const c5 = f64x2.splat(unit / 5);
  const c7 = f64x2.splat(unit / 7);
  const c9 = f64x2.splat(unit / 9);
  const c11 = f64x2.splat(unit / 11);
  const c13 = f64x2.splat(unit / 13);
  const c15 = f64x2.splat(unit / 15);
  const c17 = f64x2.splat(unit / 17);
  const log2 = f64x2.splat(unit * 0.30102999566398120);
  const loge = f64x2.splat(unit * (2.0 * Math.LOG10E));
  // The exponent's bits below those of 2^52 make it a double.
  const whole = f64x2.splat(unit * 4503599627370496.0);
  const bias = f64x2.splat(unit * (4503599627370496.0 + 1023.0));
  const mantissa = i64x2.splat((reinterpret<i64>(unit) & 0x0010000000000000) - 1);
  const step: usize = floats ? 8 : 16;
  for (let end = out + <usize>(count >> 1) * step; out < end; out += step, values += step) {
    const x = floats ? f64x2.max(floor, loadDoubles(values)) : v128.load(values);
    // x = m · 2^e with m in [1, 2).
    let e = f64x2.sub(v128.or(i64x2.shr_u(x, 52), whole), bias);
    let m = v128.or(v128.and(x, mantissa), one);
    const large = f64x2.gt(m, root);
    e = f64x2.add(e, v128.and(large, one));
    m = f64x2.sub(m, v128.and(large, f64x2.mul(m, half)));
    const s = f64x2.div(f64x2.sub(m, one), f64x2.add(m, one));
    const z = f64x2.mul(s, s);
    let p = f64x2.add(f64x2.mul(c17, z), c15);
    p = f64x2.add(f64x2.mul(p, z), c13);
    p = f64x2.add(f64x2.mul(p, z), c11);
    p = f64x2.add(f64x2.mul(p, z), c9);
    p = f64x2.add(f64x2.mul(p, z), c7);
    p = f64x2.add(f64x2.mul(p, z), c5);
    p = f64x2.add(f64x2.mul(p, z), c3);
    p = f64x2.add(f64x2.mul(p, z), one);
    const ln = f64x2.mul(f64x2.mul(p, s), loge);
    const level = f64x2.mul(ten, f64x2.add(f64x2.mul(e, log2), ln));
    if (floats) v128.store64_lane(out, f32x4.demote_f64x2_zero(f64x2.sub(level, shift)), 0);
    else v128.store(out, level);
  }
}

/**
 * values = 10·log10(values).
 *
 * @param values Doubles above 0 and not subnormal, an even count of them.
 */
export function doubleDecibels(values: usize, count: i32): void {
  levels(values, values, count, 1, 0, 0, false);
}
