// The complex transform: radix 4, a radix 2 first where the length is 2·4^p. Two numbers a vector.
//
// Each number is computed by the same operations, in the same order, as in fft.js, so that both
// give the same bits. Only the order in memory differs. Stockham's order needs no permutation.
// After a stage that made transforms of length q, element k of transform j is at k·(n/q) + j. Real
// parts come first. Imaginary parts are `n` later.

import { high, low } from './lanes';

/** Bytes of a complex number, and of the vector that its two parts fill. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const COMPLEX: usize = 16;
/** Bytes of the twiddles of one k: w^k, w^2k and w^3k. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const TWIDDLES: usize = 3 * COMPLEX;

/**
 * @param n A power of two, at least 16.
 * @param input `n` complex numbers, interleaved; not changed.
 * @param x Room for `n` complex numbers.
 * @param y Room for `n` complex numbers; may be `input`.
 * @param twiddles For each stage but the first: w^k, w^2k, w^3k of k = 0 … q - 1 where w =
 *   e^(-2πi/4q), in the last stage two k next to each other.
 * @returns `x` or `y`: where the result is, real parts first.
 */
export function complexFft(n: i32, input: usize, x: usize, y: usize, twiddles: usize): usize {
  const last = stages(n, input, x, y, twiddles);
  const out = last === x ? y : x;
  lastStage(n, last, out, twiddles + lastTwiddles(n));
  return out;
}

/** As `complexFft`; only the first quarter of the result is there. */
export function complexFftQuarter(
  n: i32,
  input: usize,
  x: usize,
  y: usize,
  twiddles: usize,
): usize {
  const last = stages(n, input, x, y, twiddles);
  const out = last === x ? y : x;
  lastQuarter(n, last, out, twiddles + lastTwiddles(n));
  return out;
}

/** Where the twiddles of the last stage begin: after those of 4 + 16 + … or 2 + 8 + … k. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function lastTwiddles(n: i32): usize {
  const first = ctz(n) & 1 ? 2 : 4;
  return <usize>(((n >> 2) - first) / 3) * TWIDDLES;
}

/** All stages but the last; returns `x` or `y`: where their result is. */
function stages(n: i32, input: usize, x: usize, y: usize, twiddles: usize): usize {
  let q = 4;
  if (ctz(n) & 1) {
    q = 2;
    pairs(n, input, x);
  } else {
    quarters(n, input, x);
  }
  for (; q << 2 < n; q <<= 2) {
    stage(n, q, x, y, twiddles);
    twiddles += <usize>q * TWIDDLES;
    const swap = x;
    x = y;
    y = swap;
  }
  return x;
}

/** The first stage, by two. */
function pairs(n: i32, input: usize, out: usize): void {
  const half = <usize>n << 3;
  const imaginary = <usize>n << 3;
  for (let end = out + (half >> 1); out < end; input += 32, out += 16) {
    const a = v128.load(input);
    const b = v128.load(input, 16);
    const c = v128.load(input + half);
    const d = v128.load(input + half, 16);
    const ar = low(a, b);
    const ai = high(a, b);
    const br = low(c, d);
    const bi = high(c, d);
    v128.store(out, f64x2.add(ar, br));
    v128.store(out + (half >> 1), f64x2.sub(ar, br));
    v128.store(out + imaginary, f64x2.add(ai, bi));
    v128.store(out + imaginary + (half >> 1), f64x2.sub(ai, bi));
  }
}

/** The first stage, by four. */
function quarters(n: i32, input: usize, out: usize): void {
  const pitch = <usize>n << 1;
  const imaginary = <usize>n << 3;
  for (let end = out + pitch; out < end; input += 32, out += 16) {
    const a0 = v128.load(input);
    const a1 = v128.load(input, 16);
    const b0 = v128.load(input + 2 * pitch);
    const b1 = v128.load(input + 2 * pitch, 16);
    const c0 = v128.load(input + 4 * pitch);
    const c1 = v128.load(input + 4 * pitch, 16);
    const d0 = v128.load(input + 6 * pitch);
    const d1 = v128.load(input + 6 * pitch, 16);
    butterfly(
      low(a0, a1),
      high(a0, a1),
      low(b0, b1),
      high(b0, b1),
      low(c0, c1),
      high(c0, c1),
      low(d0, d1),
      high(d0, d1),
      out,
      pitch,
      imaginary,
    );
  }
}

/** Transforms of length q become transforms of length 4q < n. */
function stage(n: i32, q: i32, x: usize, y: usize, twiddles: usize): void {
  const imaginary = <usize>n << 3;
  // Bytes from one of the four to the next: in `x` n/4q apart, in `y` n/4.
  const near = imaginary / <usize>(q << 2);
  const far = imaginary >> 2;
  for (let k = 0; k < q; k++, twiddles += TWIDDLES) {
    const br = v128.load64_splat(twiddles);
    const bi = v128.load64_splat(twiddles, 8);
    const cr = v128.load64_splat(twiddles, 16);
    const ci = v128.load64_splat(twiddles, 24);
    const dr = v128.load64_splat(twiddles, 32);
    const di = v128.load64_splat(twiddles, 40);
    for (let end = x + near; x < end; x += 16, y += 16) {
      const b = x + near;
      const c = b + near;
      const d = c + near;
      twiddledButterfly(
        v128.load(x),
        v128.load(x + imaginary),
        v128.load(b),
        v128.load(b + imaginary),
        v128.load(c),
        v128.load(c + imaginary),
        v128.load(d),
        v128.load(d + imaginary),
        br,
        bi,
        cr,
        ci,
        dr,
        di,
        y,
        far,
        imaginary,
      );
    }
    x += 3 * near;
  }
}

/** The last stage: the four are next to each other. */
function lastStage(n: i32, x: usize, y: usize, twiddles: usize): void {
  const imaginary = <usize>n << 3;
  const far = imaginary >> 2;
  for (let end = y + far; y < end; x += 4 * COMPLEX, y += COMPLEX, twiddles += 2 * TWIDDLES) {
    const r0 = v128.load(x);
    const r1 = v128.load(x, 16);
    const r2 = v128.load(x, 32);
    const r3 = v128.load(x, 48);
    const i0 = v128.load(x + imaginary);
    const i1 = v128.load(x + imaginary, 16);
    const i2 = v128.load(x + imaginary, 32);
    const i3 = v128.load(x + imaginary, 48);
    twiddledButterfly(
      low(r0, r2),
      low(i0, i2),
      high(r0, r2),
      high(i0, i2),
      low(r1, r3),
      low(i1, i3),
      high(r1, r3),
      high(i1, i3),
      v128.load(twiddles),
      v128.load(twiddles, 16),
      v128.load(twiddles, 32),
      v128.load(twiddles, 48),
      v128.load(twiddles, 64),
      v128.load(twiddles, 80),
      y,
      far,
      imaginary,
    );
  }
}

/** The first quarter of the last stage. */
function lastQuarter(n: i32, x: usize, y: usize, twiddles: usize): void {
  const imaginary = <usize>n << 3;
  const far = imaginary >> 2;
  for (let end = y + far; y < end; x += 4 * COMPLEX, y += COMPLEX, twiddles += 2 * TWIDDLES) {
    const r0 = v128.load(x);
    const r1 = v128.load(x, 16);
    const r2 = v128.load(x, 32);
    const r3 = v128.load(x, 48);
    const i0 = v128.load(x + imaginary);
    const i1 = v128.load(x + imaginary, 16);
    const i2 = v128.load(x + imaginary, 32);
    const i3 = v128.load(x + imaginary, 48);
    const b = product(high(r0, r2), high(i0, i2), twiddles);
    const bi = imaginaryProduct(high(r0, r2), high(i0, i2), twiddles);
    const c = product(low(r1, r3), low(i1, i3), twiddles + 32);
    const ci = imaginaryProduct(low(r1, r3), low(i1, i3), twiddles + 32);
    const d = product(high(r1, r3), high(i1, i3), twiddles + 64);
    const di = imaginaryProduct(high(r1, r3), high(i1, i3), twiddles + 64);
    v128.store(y, f64x2.add(f64x2.add(low(r0, r2), c), f64x2.add(b, d)));
    v128.store(y + imaginary, f64x2.add(f64x2.add(low(i0, i2), ci), f64x2.add(bi, di)));
  }
}

/** The real part of numbers times factors in memory, and the imaginary one. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function product(re: v128, im: v128, factors: usize): v128 {
  return f64x2.sub(
    f64x2.mul(re, v128.load(factors)),
    f64x2.mul(im, v128.load(factors, 16)),
  );
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function imaginaryProduct(re: v128, im: v128, factors: usize): v128 {
  return f64x2.add(
    f64x2.mul(re, v128.load(factors, 16)),
    f64x2.mul(im, v128.load(factors)),
  );
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function twiddledButterfly(
  ar: v128,
  ai: v128,
  br: v128,
  bi: v128,
  cr: v128,
  ci: v128,
  dr: v128,
  di: v128,
  wbr: v128,
  wbi: v128,
  wcr: v128,
  wci: v128,
  wdr: v128,
  wdi: v128,
  out: usize,
  pitch: usize,
  imaginary: usize,
): void {
  butterfly(
    ar,
    ai,
    f64x2.sub(f64x2.mul(br, wbr), f64x2.mul(bi, wbi)),
    f64x2.add(f64x2.mul(br, wbi), f64x2.mul(bi, wbr)),
    f64x2.sub(f64x2.mul(cr, wcr), f64x2.mul(ci, wci)),
    f64x2.add(f64x2.mul(cr, wci), f64x2.mul(ci, wcr)),
    f64x2.sub(f64x2.mul(dr, wdr), f64x2.mul(di, wdi)),
    f64x2.add(f64x2.mul(dr, wdi), f64x2.mul(di, wdr)),
    out,
    pitch,
    imaginary,
  );
}

/** A transform of length four, to four places `pitch` bytes apart. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function butterfly(
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
  imaginary: usize,
): void {
  const t0r = f64x2.add(ar, cr);
  const t0i = f64x2.add(ai, ci);
  const t1r = f64x2.sub(ar, cr);
  const t1i = f64x2.sub(ai, ci);
  const t2r = f64x2.add(br, dr);
  const t2i = f64x2.add(bi, di);
  const t3r = f64x2.sub(br, dr);
  const t3i = f64x2.sub(bi, di);
  v128.store(out, f64x2.add(t0r, t2r));
  v128.store(out + imaginary, f64x2.add(t0i, t2i));
  out += pitch;
  v128.store(out, f64x2.add(t1r, t3i));
  v128.store(out + imaginary, f64x2.sub(t1i, t3r));
  out += pitch;
  v128.store(out, f64x2.sub(t0r, t2r));
  v128.store(out + imaginary, f64x2.sub(t0i, t2i));
  out += pitch;
  v128.store(out, f64x2.sub(t1r, t3i));
  v128.store(out + imaginary, f64x2.add(t1i, t3r));
}
