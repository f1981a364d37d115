// Transforms of two to five complex numbers, two of each at a time, in registers. A complex vector
// is 32 bytes: two real parts, then two imaginary ones. src/kernels/fft/stockham.ts computes the
// same, operation for operation.

/** Where a plan has constants, which an engine would make anew in each turn of a loop: 1/2, √3/2. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const HALF: usize = 208;
// @ts-ignore: a decorator of AssemblyScript
@inline
export const SIN_3: usize = 216;
/** 1/4, √5/4, sin(2π/5) and sin(π/5), of a transform of five. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const QUARTER: usize = 224;
// @ts-ignore: a decorator of AssemblyScript
@inline
export const ROOT_5: usize = 232;
// @ts-ignore: a decorator of AssemblyScript
@inline
export const SIN_5: usize = 240;
// @ts-ignore: a decorator of AssemblyScript
@inline
export const SIN_10: usize = 248;

/** The real part of numbers times factors, and the imaginary one. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function realProduct(re: v128, im: v128, wr: v128, wi: v128): v128 {
  return f64x2.sub(f64x2.mul(re, wr), f64x2.mul(im, wi));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
export function imaginaryProduct(re: v128, im: v128, wr: v128, wi: v128): v128 {
  return f64x2.add(f64x2.mul(re, wi), f64x2.mul(im, wr));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
export function store(at: usize, re: v128, im: v128): void {
  v128.store(at, re);
  v128.store(at, im, 16);
}

/** Stores a number where `sign` is 0, and its conjugate where it is -0. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storeSigned(at: usize, re: v128, im: v128, sign: v128): void {
  store(at, re, v128.xor(im, sign));
}

/** Of two numbers, `pitch` bytes apart. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function butterfly2(
  ar: v128,
  ai: v128,
  br: v128,
  bi: v128,
  out: usize,
  pitch: usize,
): void {
  store(out, f64x2.add(ar, br), f64x2.add(ai, bi));
  store(out + pitch, f64x2.sub(ar, br), f64x2.sub(ai, bi));
}

/**
 * Of three numbers.
 *
 * @param out Where the results go: each of them, the last ones conjugated where `sign` is -0.
 */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function butterfly3(
  ar: v128,
  ai: v128,
  br: v128,
  bi: v128,
  cr: v128,
  ci: v128,
  out0: usize,
  out1: usize,
  out2: usize,
  half: v128,
  sine: v128,
  sign: v128,
): void {
  const sumR = f64x2.add(br, cr);
  const sumI = f64x2.add(bi, ci);
  const evenR = f64x2.sub(ar, f64x2.mul(half, sumR));
  const evenI = f64x2.sub(ai, f64x2.mul(half, sumI));
  const oddR = f64x2.mul(sine, f64x2.sub(br, cr));
  const oddI = f64x2.mul(sine, f64x2.sub(bi, ci));
  storeSigned(out2, f64x2.sub(evenR, oddI), f64x2.add(evenI, oddR), sign);
  store(out0, f64x2.add(ar, sumR), f64x2.add(ai, sumI));
  store(out1, f64x2.add(evenR, oddI), f64x2.sub(evenI, oddR));
}

/** Of four numbers, `pitch` bytes apart. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function butterfly4(
  ar: v128,
  ai: v128,
  br: v128,
  bi: v128,
  cr: v128,
  ci: v128,
  dr: v128,
  di: v128,
  out: usize,
  pitch: usize,
): void {
  const t0r = f64x2.add(ar, cr);
  const t0i = f64x2.add(ai, ci);
  const t1r = f64x2.sub(ar, cr);
  const t1i = f64x2.sub(ai, ci);
  const t2r = f64x2.add(br, dr);
  const t2i = f64x2.add(bi, di);
  const t3r = f64x2.sub(br, dr);
  const t3i = f64x2.sub(bi, di);
  store(out, f64x2.add(t0r, t2r), f64x2.add(t0i, t2i));
  out += pitch;
  store(out, f64x2.add(t1r, t3i), f64x2.sub(t1i, t3r));
  out += pitch;
  store(out, f64x2.sub(t0r, t2r), f64x2.sub(t0i, t2i));
  out += pitch;
  store(out, f64x2.sub(t1r, t3i), f64x2.add(t1i, t3r));
}

/** Of five numbers. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function butterfly5(
  ar: v128,
  ai: v128,
  br: v128,
  bi: v128,
  cr: v128,
  ci: v128,
  dr: v128,
  di: v128,
  er: v128,
  ei: v128,
  out0: usize,
  out1: usize,
  out2: usize,
  out3: usize,
  out4: usize,
  quarter: v128,
  root: v128,
  sine: v128,
  sine2: v128,
  sign: v128,
): void {
  const t1r = f64x2.add(br, er);
  const t1i = f64x2.add(bi, ei);
  const t2r = f64x2.add(cr, dr);
  const t2i = f64x2.add(ci, di);
  const t3r = f64x2.sub(br, er);
  const t3i = f64x2.sub(bi, ei);
  const t4r = f64x2.sub(cr, dr);
  const t4i = f64x2.sub(ci, di);
  const sumR = f64x2.add(t1r, t2r);
  const sumI = f64x2.add(t1i, t2i);
  const middleR = f64x2.sub(ar, f64x2.mul(quarter, sumR));
  const middleI = f64x2.sub(ai, f64x2.mul(quarter, sumI));
  const rootR = f64x2.mul(root, f64x2.sub(t1r, t2r));
  const rootI = f64x2.mul(root, f64x2.sub(t1i, t2i));
  const u1r = f64x2.add(f64x2.mul(sine, t3r), f64x2.mul(sine2, t4r));
  const u1i = f64x2.add(f64x2.mul(sine, t3i), f64x2.mul(sine2, t4i));
  const u2r = f64x2.sub(f64x2.mul(sine2, t3r), f64x2.mul(sine, t4r));
  const u2i = f64x2.sub(f64x2.mul(sine2, t3i), f64x2.mul(sine, t4i));
  const m1r = f64x2.add(middleR, rootR);
  const m1i = f64x2.add(middleI, rootI);
  const m2r = f64x2.sub(middleR, rootR);
  const m2i = f64x2.sub(middleI, rootI);
  storeSigned(out4, f64x2.sub(m1r, u1i), f64x2.add(m1i, u1r), sign);
  storeSigned(out3, f64x2.sub(m2r, u2i), f64x2.add(m2i, u2r), sign);
  store(out0, f64x2.add(ar, sumR), f64x2.add(ai, sumI));
  store(out1, f64x2.add(m1r, u1i), f64x2.sub(m1i, u1r));
  store(out2, f64x2.add(m2r, u2i), f64x2.sub(m2i, u2r));
}
