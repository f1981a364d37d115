// Between complex numbers and their angles and magnitudes: number for number as
// src/kernels/polar.ts computes them. Floats, an even count.

import { loadDoubles } from './lanes';

/** angle = atan2(im, re), magnitude = |re + i·im|. */
export function toPolar(re: usize, im: usize, angle: usize, magnitude: usize, count: i32): void {
  for (let end = re + (<usize>count << 2); re < end; re += 8, im += 8, angle += 8, magnitude += 8) {
    const x = loadDoubles(re);
    const y = loadDoubles(im);
    const square = f64x2.add(f64x2.mul(x, x), f64x2.mul(y, y));
    storeSingles(magnitude, f64x2.sqrt(square));
    storeSingles(angle, atan2(y, x));
  }
}

/** re = magnitude · cos(angle), im = magnitude · sin(angle). */
export function fromPolar(angle: usize, magnitude: usize, re: usize, im: usize, count: i32): void {
  const magic = f64x2.splat(6755399441055744);
  const one = f64x2.splat(1);
  for (let end = re + (<usize>count << 2); re < end; re += 8, im += 8, angle += 8, magnitude += 8) {
    const a = loadDoubles(angle);
    const size = v128.load64_zero(magnitude);
    // The number of the nearest quarter turn, in the lowest bits, and the remainder.
    const quarters = f64x2.add(f64x2.mul(a, f64x2.splat(2 / Math.PI)), magic);
    const k = f64x2.sub(quarters, magic);
    let r = f64x2.sub(a, f64x2.mul(k, f64x2.splat(1.5707963267341256)));
    r = f64x2.sub(r, f64x2.mul(k, f64x2.splat(6.077100506506192e-11)));
    const z = f64x2.mul(r, r);

    let s = f64x2.splat(1.0 / 6227020800.0);
    s = f64x2.sub(f64x2.mul(s, z), f64x2.splat(1.0 / 39916800.0));
    s = f64x2.add(f64x2.mul(s, z), f64x2.splat(1.0 / 362880.0));
    s = f64x2.sub(f64x2.mul(s, z), f64x2.splat(1.0 / 5040.0));
    s = f64x2.add(f64x2.mul(s, z), f64x2.splat(1.0 / 120.0));
    s = f64x2.sub(f64x2.mul(s, z), f64x2.splat(1.0 / 6.0));
    s = f64x2.mul(f64x2.add(f64x2.mul(s, z), one), r);

    let c = f64x2.splat(1.0 / 479001600.0);
    c = f64x2.sub(f64x2.mul(c, z), f64x2.splat(1.0 / 3628800.0));
    c = f64x2.add(f64x2.mul(c, z), f64x2.splat(1.0 / 40320.0));
    c = f64x2.sub(f64x2.mul(c, z), f64x2.splat(1.0 / 720.0));
    c = f64x2.add(f64x2.mul(c, z), f64x2.splat(1.0 / 24.0));
    c = f64x2.sub(f64x2.mul(c, z), f64x2.splat(0.5));
    c = f64x2.add(f64x2.mul(c, z), one);

    const odd = i64x2.shr_s(i64x2.shl(quarters, 63), 63);
    const sign = i64x2.splat(i64.MIN_VALUE);
    const next = i64x2.add(quarters, i64x2.splat(1));
    const sin = v128.xor(v128.bitselect(c, s, odd), v128.and(i64x2.shl(quarters, 62), sign));
    const cos = v128.xor(v128.bitselect(s, c, odd), v128.and(i64x2.shl(next, 62), sign));
    v128.store64_lane(re, f32x4.mul(f32x4.demote_f64x2_zero(cos), size), 0);
    v128.store64_lane(im, f32x4.mul(f32x4.demote_f64x2_zero(sin), size), 0);
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function storeSingles(at: usize, pair: v128): void {
  v128.store64_lane(at, f32x4.demote_f64x2_zero(pair), 0);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function atan2(y: v128, x: v128): v128 {
  const one = f64x2.splat(1);
  const ax = f64x2.abs(x);
  const ay = f64x2.abs(y);
  const larger = f64x2.max(ax, ay);
  const some = f64x2.gt(larger, f64x2.splat(0));
  let t = v128.and(f64x2.div(f64x2.min(ax, ay), larger), some);
  // Above π/8, the difference to π/4 is computed.
  const large = f64x2.gt(t, f64x2.splat(Math.SQRT2 - 1.0));
  t = v128.bitselect(f64x2.div(f64x2.sub(t, one), f64x2.add(t, one)), t, large);
  const z = f64x2.mul(t, t);
  let p = f64x2.splat(1.0 / 21.0);
  p = f64x2.sub(f64x2.splat(1.0 / 19.0), f64x2.mul(p, z));
  p = f64x2.sub(f64x2.splat(1.0 / 17.0), f64x2.mul(p, z));
  p = f64x2.sub(f64x2.splat(1.0 / 15.0), f64x2.mul(p, z));
  p = f64x2.sub(f64x2.splat(1.0 / 13.0), f64x2.mul(p, z));
  p = f64x2.sub(f64x2.splat(1.0 / 11.0), f64x2.mul(p, z));
  p = f64x2.sub(f64x2.splat(1.0 / 9.0), f64x2.mul(p, z));
  p = f64x2.sub(f64x2.splat(1.0 / 7.0), f64x2.mul(p, z));
  p = f64x2.sub(f64x2.splat(1.0 / 5.0), f64x2.mul(p, z));
  p = f64x2.sub(f64x2.splat(1.0 / 3.0), f64x2.mul(p, z));
  p = f64x2.sub(one, f64x2.mul(p, z));
  let a = f64x2.mul(p, t);
  a = f64x2.add(a, v128.and(large, f64x2.splat(Math.PI / 4.0)));
  a = v128.bitselect(f64x2.sub(f64x2.splat(Math.PI / 2.0), a), a, f64x2.gt(ay, ax));
  const left = i64x2.lt_s(x, i64x2.splat(0));
  a = v128.bitselect(f64x2.sub(f64x2.splat(Math.PI), a), a, left);
  return v128.or(a, v128.and(y, i64x2.splat(i64.MIN_VALUE)));
}
