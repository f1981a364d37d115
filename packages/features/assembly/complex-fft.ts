// The complex transform of lengths with the factors 2, 3 and 5, a multiple of four. Two numbers a
// vector.
//
// Each number is computed by the same operations, in the same order, as in
// src/kernels/fft/stockham.ts, so that both give the same bits. Inside, neighbours are a vector, 32
// bytes; the result has its real parts first, the imaginary ones `n` later.

import { imaginaryProduct, realProduct } from './butterflies';
import { high, low } from './lanes';
import { firstStage, RADICES, stage } from './stages';

/** Bytes of a complex number. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const COMPLEX: usize = 16;
/** Bytes of the last stage's factors of two k next to each other: w^k, w^2k and w^3k. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const LAST_FACTORS: usize = 6 * COMPLEX;

/**
 * @param n A multiple of four, at least 8.
 * @param input `n` complex numbers, interleaved; not changed.
 * @param x Room for `n` complex numbers.
 * @param y Room for `n` complex numbers; may be `input`.
 * @param plan As src/kernels/fft/kernel-plan.ts writes it; the last radix is four.
 * @returns `x` or `y`: where the result is, real parts first.
 */
export function complexFft(n: i32, input: usize, x: usize, y: usize, plan: usize): usize {
  const last = stages(n, input, x, y, plan);
  const out = last === x ? y : x;
  lastStage(n, last, out, plan + RADICES + earlierFactors(n, plan));
  return out;
}

/** As `complexFft`; only the first quarter of the result is there. */
export function complexFftQuarter(n: i32, input: usize, x: usize, y: usize, plan: usize): usize {
  const last = stages(n, input, x, y, plan);
  const out = last === x ? y : x;
  lastQuarter(n, last, out, plan + RADICES + earlierFactors(n, plan));
  return out;
}

/** Bytes of the factors of all stages but the last: a stage has those of q (radix - 1) numbers. */
function earlierFactors(n: i32, plan: usize): usize {
  // The sum of q (radix - 1) is the last q less the first, which needs none.
  return <usize>((n >> 2) - <i32>load<f64>(plan)) * COMPLEX;
}

/** All stages but the last; returns `x` or `y`: where their result is. */
function stages(n: i32, input: usize, x: usize, y: usize, plan: usize): usize {
  const bytes = <usize>n << 4;
  let radix = <i32>load<f64>(plan);
  let factors = plan + RADICES;
  firstStage(radix, bytes / <usize>radix, input, x, plan);
  const constants = plan;
  for (let q = radix; q << 2 < n; q *= radix) {
    plan += 8;
    radix = <i32>load<f64>(plan);
    const near = bytes / <usize>(q * radix);
    factors = stage(radix, q, near, bytes / <usize>radix, x, y, factors, constants, false);
    const swap = x;
    x = y;
    y = swap;
  }
  return x;
}

/** The last stage: the four are next to each other. */
function lastStage(n: i32, x: usize, y: usize, factors: usize): void {
  const imaginary = <usize>n << 3;
  const far = imaginary >> 2;
  let i = n >> 2;
  // Where the count of k is odd, the last two overlap those before.
  for (; i > 0; i -= 2, x += 8 * COMPLEX, y += COMPLEX, factors += LAST_FACTORS) {
    if (i === 1) {
      x -= 4 * COMPLEX;
      y -= 8;
    }
    const r0 = v128.load(x);
    const i0 = v128.load(x, 16);
    const r1 = v128.load(x, 32);
    const i1 = v128.load(x, 48);
    const r2 = v128.load(x, 64);
    const i2 = v128.load(x, 80);
    const r3 = v128.load(x, 96);
    const i3 = v128.load(x, 112);
    const ar = low(r0, r2);
    const ai = low(i0, i2);
    const br = real(high(r0, r2), high(i0, i2), factors);
    const bi = imag(high(r0, r2), high(i0, i2), factors);
    const cr = real(low(r1, r3), low(i1, i3), factors + 32);
    const ci = imag(low(r1, r3), low(i1, i3), factors + 32);
    const dr = real(high(r1, r3), high(i1, i3), factors + 64);
    const di = imag(high(r1, r3), high(i1, i3), factors + 64);
    const t0r = f64x2.add(ar, cr);
    const t0i = f64x2.add(ai, ci);
    const t1r = f64x2.sub(ar, cr);
    const t1i = f64x2.sub(ai, ci);
    const t2r = f64x2.add(br, dr);
    const t2i = f64x2.add(bi, di);
    const t3r = f64x2.sub(br, dr);
    const t3i = f64x2.sub(bi, di);
    let out = y;
    v128.store(out, f64x2.add(t0r, t2r));
    v128.store(out + imaginary, f64x2.add(t0i, t2i));
    out += far;
    v128.store(out, f64x2.add(t1r, t3i));
    v128.store(out + imaginary, f64x2.sub(t1i, t3r));
    out += far;
    v128.store(out, f64x2.sub(t0r, t2r));
    v128.store(out + imaginary, f64x2.sub(t0i, t2i));
    out += far;
    v128.store(out, f64x2.sub(t1r, t3i));
    v128.store(out + imaginary, f64x2.add(t1i, t3r));
  }
}

/** The first quarter of the last stage. */
function lastQuarter(n: i32, x: usize, y: usize, factors: usize): void {
  const imaginary = <usize>n << 3;
  let i = n >> 2;
  for (; i > 0; i -= 2, x += 8 * COMPLEX, y += COMPLEX, factors += LAST_FACTORS) {
    if (i === 1) {
      x -= 4 * COMPLEX;
      y -= 8;
    }
    const r0 = v128.load(x);
    const i0 = v128.load(x, 16);
    const r1 = v128.load(x, 32);
    const i1 = v128.load(x, 48);
    const r2 = v128.load(x, 64);
    const i2 = v128.load(x, 80);
    const r3 = v128.load(x, 96);
    const i3 = v128.load(x, 112);
    const b = real(high(r0, r2), high(i0, i2), factors);
    const bi = imag(high(r0, r2), high(i0, i2), factors);
    const c = real(low(r1, r3), low(i1, i3), factors + 32);
    const ci = imag(low(r1, r3), low(i1, i3), factors + 32);
    const d = real(high(r1, r3), high(i1, i3), factors + 64);
    const di = imag(high(r1, r3), high(i1, i3), factors + 64);
    v128.store(y, f64x2.add(f64x2.add(low(r0, r2), c), f64x2.add(b, d)));
    v128.store(y + imaginary, f64x2.add(f64x2.add(low(i0, i2), ci), f64x2.add(bi, di)));
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function real(re: v128, im: v128, factors: usize): v128 {
  return realProduct(re, im, v128.load(factors), v128.load(factors, 16));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function imag(re: v128, im: v128, factors: usize): v128 {
  return imaginaryProduct(re, im, v128.load(factors), v128.load(factors, 16));
}
