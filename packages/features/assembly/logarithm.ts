// Logarithms: number for number as src/kernels/log10.ts and src/kernels/write-decibels.ts compute
// them.

/** The decimal logarithms of two numbers that are above 0 and not subnormal. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function log10(x: v128): v128 {
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

/**
 * values = 10·log10(values).
 *
 * @param values Doubles, an even count of them.
 */
export function doubleDecibels(values: usize, count: i32): void {
  const ten = f64x2.splat(10);
  for (let end = values + (<usize>count << 3); values < end; values += 16) {
    v128.store(values, f64x2.mul(ten, log10(v128.load(values))));
  }
}
