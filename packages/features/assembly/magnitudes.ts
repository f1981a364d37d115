// Magnitudes: bit for bit as numpy's of complex64, and as src/kernels/fft/magnitude.ts computes them.

/** Of four numbers. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function magnitudesOf(real: v128, imaginary: v128): v128 {
  const one = f64x2.splat(1);
  const re = f32x4.abs(real);
  const im = f32x4.abs(imaginary);
  const larger = f32x4.max(re, im);
  const ratio = f32x4.div(f32x4.min(re, im), larger);
  const r0 = f64x2.promote_low_f32x4(ratio);
  const r1 = f64x2.promote_low_f32x4(v128.shuffle<i64>(ratio, ratio, 1, 1));
  const sum = single(f64x2.add(f64x2.mul(r0, r0), one), f64x2.add(f64x2.mul(r1, r1), one));
  const size = f32x4.mul(larger, f32x4.sqrt(sum));
  // 0 where both are 0, in place of the NaN of 0 / 0.
  return v128.and(size, f32x4.gt(larger, f32x4.splat(0)));
}

/** Four doubles as floats. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function single(a: v128, b: v128): v128 {
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(a), f32x4.demote_f64x2_zero(b), 0, 2);
}
