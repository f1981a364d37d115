// The complex transform in float32, four numbers a vector: radix 4, a radix 8 first where the length
// has an odd number of twos, and radix 3 after it.
//
// Stockham's order needs no permutation. After a stage that made transforms of length q, element k
// of transform j is at k·(n/q) + j. Real parts and imaginary parts are arrays of their own,
// `imaginary` bytes apart. Where that is negative, the two are swapped, which makes the transform
// the inverse. Number for number as in src/kernels/resample/single-fft.ts.

/** Bytes of a float, and of a vector. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const FLOAT: usize = 4;
// @ts-ignore: a decorator of AssemblyScript
@inline
const VECTOR: usize = 16;

/** How much of a quarter turn of three is along the imaginary axis: √3/2. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const SIN_60: f32 = 0.8660254037844386;
/** √½. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const SIN_45: f32 = 0.7071067811865476;

/**
 * @param n 64 or more: a power of two, three times one, or nine times one.
 * @param input `n` complex numbers, interleaved; not changed.
 * @param x Room for `n` complex numbers; `y` alike.
 * @param twiddles Of each stage but the first: w^k, w^2k … of each k.
 * @returns `x` or `y`: where the result is.
 */
export function fromInterleaved(
  n: i32,
  input: usize,
  x: usize,
  y: usize,
  imaginary: usize,
  twiddles: usize,
): usize {
  const quarters = n >> 2;
  if (ctz(n) & 1) {
    const near = <usize>n;
    const end = x + near / 2;
    for (let at = input, out = x; out < end; at += 2 * VECTOR, out += VECTOR) {
      eight(
        evens(at),
        odds(at),
        evens(at + near),
        odds(at + near),
        evens(at + 2 * near),
        odds(at + 2 * near),
        evens(at + 3 * near),
        odds(at + 3 * near),
        evens(at + 4 * near),
        odds(at + 4 * near),
        evens(at + 5 * near),
        odds(at + 5 * near),
        evens(at + 6 * near),
        odds(at + 6 * near),
        evens(at + 7 * near),
        odds(at + 7 * near),
        out,
        near / 2,
        imaginary,
      );
    }
  } else {
    const near = <usize>quarters * FLOAT;
    const end = x + near;
    for (let at = input, out = x; out < end; at += 2 * VECTOR, out += VECTOR) {
      four(
        evens(at),
        odds(at),
        evens(at + 2 * near),
        odds(at + 2 * near),
        evens(at + 4 * near),
        odds(at + 4 * near),
        evens(at + 6 * near),
        odds(at + 6 * near),
        out,
        near,
        imaginary,
      );
    }
  }
  const last = middle(n, x, y, imaginary, twiddles);
  const out = last === x ? y : x;
  lastStage(n, last, out, imaginary, twiddles + lastTwiddles(n));
  return out;
}

/**
 * As `fromInterleaved`, of parts at `x`, and with the result interleaved at `out`.
 *
 * The real part of a result is behind the imaginary one, as the inverse needs it.
 */
export function toInterleaved(
  n: i32,
  x: usize,
  y: usize,
  imaginary: usize,
  twiddles: usize,
  result: usize,
): void {
  if (ctz(n) & 1) {
    const near = <usize>n / 2;
    const end = x + near;
    for (let at = x, out = y; at < end; at += VECTOR, out += VECTOR) {
      const im = at + imaginary;
      eight(
        v128.load(at),
        v128.load(im),
        v128.load(at + near),
        v128.load(im + near),
        v128.load(at + 2 * near),
        v128.load(im + 2 * near),
        v128.load(at + 3 * near),
        v128.load(im + 3 * near),
        v128.load(at + 4 * near),
        v128.load(im + 4 * near),
        v128.load(at + 5 * near),
        v128.load(im + 5 * near),
        v128.load(at + 6 * near),
        v128.load(im + 6 * near),
        v128.load(at + 7 * near),
        v128.load(im + 7 * near),
        out,
        near,
        imaginary,
      );
    }
  } else {
    const near = <usize>n;
    const end = x + near;
    for (let at = x, out = y; at < end; at += VECTOR, out += VECTOR) {
      const im = at + imaginary;
      four(
        v128.load(at),
        v128.load(im),
        v128.load(at + near),
        v128.load(im + near),
        v128.load(at + 2 * near),
        v128.load(im + 2 * near),
        v128.load(at + 3 * near),
        v128.load(im + 3 * near),
        out,
        near,
        imaginary,
      );
    }
  }
  const last = middle(n, y, x, imaginary, twiddles);
  lastInterleaved(n, last, result, imaginary, twiddles + lastTwiddles(n));
}

/** Where the twiddles of the last stage begin. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function lastTwiddles(n: i32): usize {
  let q = ctz(n) & 1 ? 8 : 4;
  let at: usize = 0;
  for (let rest = n >> ctz(n); rest > 1; rest /= 3, q *= 3) at += <usize>q * 4 * FLOAT;
  for (; q << 2 < n; q <<= 2) at += <usize>q * 6 * FLOAT;
  return at;
}

/** All stages but the first and the last; returns `x` or `y`: where their result is. */
function middle(n: i32, x: usize, y: usize, imaginary: usize, twiddles: usize): usize {
  let q = ctz(n) & 1 ? 8 : 4;
  for (let rest = n >> ctz(n); rest > 1; rest /= 3) {
    stageOfThree(n, q, x, y, imaginary, twiddles);
    twiddles += <usize>q * 4 * FLOAT;
    q *= 3;
    const swap = x;
    x = y;
    y = swap;
  }
  for (; q << 2 < n; q <<= 2) {
    stageOfFour(n, q, x, y, imaginary, twiddles);
    twiddles += <usize>q * 6 * FLOAT;
    const swap = x;
    x = y;
    y = swap;
  }
  return x;
}

/** Transforms of length q become transforms of length 3q. */
function stageOfThree(
  n: i32,
  q: i32,
  x: usize,
  y: usize,
  imaginary: usize,
  twiddles: usize,
): void {
  // Bytes from one of the three to the next: in `x` n/3q numbers, in `y` n/3.
  const far = (<usize>n / 3) * FLOAT;
  const near = far / <usize>q;
  const half = f32x4.splat(0.5);
  const sine = f32x4.splat(SIN_60);
  for (let k = 0; k < q; k++, twiddles += 4 * FLOAT) {
    const wbr = v128.load32_splat(twiddles);
    const wbi = v128.load32_splat(twiddles, 4);
    const wcr = v128.load32_splat(twiddles, 8);
    const wci = v128.load32_splat(twiddles, 12);
    for (let end = x + near; x < end; x += VECTOR, y += VECTOR) {
      const xi = x + imaginary;
      const ar = v128.load(x);
      const ai = v128.load(xi);
      const b0r = v128.load(x + near);
      const b0i = v128.load(xi + near);
      const c0r = v128.load(x + 2 * near);
      const c0i = v128.load(xi + 2 * near);
      const br = f32x4.sub(f32x4.mul(b0r, wbr), f32x4.mul(b0i, wbi));
      const bi = f32x4.add(f32x4.mul(b0r, wbi), f32x4.mul(b0i, wbr));
      const cr = f32x4.sub(f32x4.mul(c0r, wcr), f32x4.mul(c0i, wci));
      const ci = f32x4.add(f32x4.mul(c0r, wci), f32x4.mul(c0i, wcr));
      const tr = f32x4.add(br, cr);
      const ti = f32x4.add(bi, ci);
      const ur = f32x4.mul(f32x4.sub(br, cr), sine);
      const ui = f32x4.mul(f32x4.sub(bi, ci), sine);
      const mr = f32x4.sub(ar, f32x4.mul(tr, half));
      const mi = f32x4.sub(ai, f32x4.mul(ti, half));
      const yi = y + imaginary;
      v128.store(y, f32x4.add(ar, tr));
      v128.store(yi, f32x4.add(ai, ti));
      v128.store(y + far, f32x4.add(mr, ui));
      v128.store(yi + far, f32x4.sub(mi, ur));
      v128.store(y + 2 * far, f32x4.sub(mr, ui));
      v128.store(yi + 2 * far, f32x4.add(mi, ur));
    }
    x += 2 * near;
  }
}

/** Transforms of length q become transforms of length 4q < n. */
function stageOfFour(
  n: i32,
  q: i32,
  x: usize,
  y: usize,
  imaginary: usize,
  twiddles: usize,
): void {
  // Bytes from one of the four to the next: in `x` n/4q numbers, in `y` n/4.
  const far = <usize>n;
  const near = far / <usize>q;
  for (let k = 0; k < q; k++, twiddles += 6 * FLOAT) {
    const wbr = v128.load32_splat(twiddles);
    const wbi = v128.load32_splat(twiddles, 4);
    const wcr = v128.load32_splat(twiddles, 8);
    const wci = v128.load32_splat(twiddles, 12);
    const wdr = v128.load32_splat(twiddles, 16);
    const wdi = v128.load32_splat(twiddles, 20);
    for (let end = x + near; x < end; x += VECTOR, y += VECTOR) {
      const xi = x + imaginary;
      twiddledFour(
        v128.load(x),
        v128.load(xi),
        v128.load(x + near),
        v128.load(xi + near),
        v128.load(x + 2 * near),
        v128.load(xi + 2 * near),
        v128.load(x + 3 * near),
        v128.load(xi + 3 * near),
        wbr,
        wbi,
        wcr,
        wci,
        wdr,
        wdi,
        y,
        far,
        imaginary,
      );
    }
    x += 3 * near;
  }
}

/** The last stage: the four are next to each other. */
function lastStage(n: i32, x: usize, y: usize, imaginary: usize, twiddles: usize): void {
  const far = <usize>n;
  for (let end = y + far; y < end; x += 4 * VECTOR, y += VECTOR, twiddles += 6 * VECTOR) {
    const xi = x + imaginary;
    const r0 = v128.load(x);
    const r1 = v128.load(x, 16);
    const r2 = v128.load(x, 32);
    const r3 = v128.load(x, 48);
    const i0 = v128.load(xi);
    const i1 = v128.load(xi, 16);
    const i2 = v128.load(xi, 32);
    const i3 = v128.load(xi, 48);
    const rl0 = firstTwo(r0, r1);
    const rl1 = firstTwo(r2, r3);
    const rh0 = lastTwo(r0, r1);
    const rh1 = lastTwo(r2, r3);
    const il0 = firstTwo(i0, i1);
    const il1 = firstTwo(i2, i3);
    const ih0 = lastTwo(i0, i1);
    const ih1 = lastTwo(i2, i3);
    twiddledFour(
      evenLanes(rl0, rl1),
      evenLanes(il0, il1),
      oddLanes(rl0, rl1),
      oddLanes(il0, il1),
      evenLanes(rh0, rh1),
      evenLanes(ih0, ih1),
      oddLanes(rh0, rh1),
      oddLanes(ih0, ih1),
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

/** The last stage, whose result is interleaved, what `imaginary` points to first. */
function lastInterleaved(n: i32, x: usize, y: usize, imaginary: usize, twiddles: usize): void {
  const far = <usize>n * 2;
  for (let end = y + far; y < end; x += 4 * VECTOR, y += 2 * VECTOR, twiddles += 6 * VECTOR) {
    const xi = x + imaginary;
    const r0 = v128.load(x);
    const r1 = v128.load(x, 16);
    const r2 = v128.load(x, 32);
    const r3 = v128.load(x, 48);
    const i0 = v128.load(xi);
    const i1 = v128.load(xi, 16);
    const i2 = v128.load(xi, 32);
    const i3 = v128.load(xi, 48);
    const rl0 = firstTwo(r0, r1);
    const rl1 = firstTwo(r2, r3);
    const rh0 = lastTwo(r0, r1);
    const rh1 = lastTwo(r2, r3);
    const il0 = firstTwo(i0, i1);
    const il1 = firstTwo(i2, i3);
    const ih0 = lastTwo(i0, i1);
    const ih1 = lastTwo(i2, i3);
    const ar = evenLanes(rl0, rl1);
    const ai = evenLanes(il0, il1);
    const b0r = oddLanes(rl0, rl1);
    const b0i = oddLanes(il0, il1);
    const c0r = evenLanes(rh0, rh1);
    const c0i = evenLanes(ih0, ih1);
    const d0r = oddLanes(rh0, rh1);
    const d0i = oddLanes(ih0, ih1);
    const wbr = v128.load(twiddles);
    const wbi = v128.load(twiddles, 16);
    const wcr = v128.load(twiddles, 32);
    const wci = v128.load(twiddles, 48);
    const wdr = v128.load(twiddles, 64);
    const wdi = v128.load(twiddles, 80);
    const br = f32x4.sub(f32x4.mul(b0r, wbr), f32x4.mul(b0i, wbi));
    const bi = f32x4.add(f32x4.mul(b0r, wbi), f32x4.mul(b0i, wbr));
    const cr = f32x4.sub(f32x4.mul(c0r, wcr), f32x4.mul(c0i, wci));
    const ci = f32x4.add(f32x4.mul(c0r, wci), f32x4.mul(c0i, wcr));
    const dr = f32x4.sub(f32x4.mul(d0r, wdr), f32x4.mul(d0i, wdi));
    const di = f32x4.add(f32x4.mul(d0r, wdi), f32x4.mul(d0i, wdr));
    const t0r = f32x4.add(ar, cr);
    const t0i = f32x4.add(ai, ci);
    const t1r = f32x4.sub(ar, cr);
    const t1i = f32x4.sub(ai, ci);
    const t2r = f32x4.add(br, dr);
    const t2i = f32x4.add(bi, di);
    const t3r = f32x4.sub(br, dr);
    const t3i = f32x4.sub(bi, di);
    storeSwapped(y, f32x4.add(t0r, t2r), f32x4.add(t0i, t2i));
    storeSwapped(y + far, f32x4.add(t1r, t3i), f32x4.sub(t1i, t3r));
    storeSwapped(y + 2 * far, f32x4.sub(t0r, t2r), f32x4.sub(t0i, t2i));
    storeSwapped(y + 3 * far, f32x4.sub(t1r, t3i), f32x4.add(t1i, t3r));
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function storeSwapped(out: usize, re: v128, im: v128): void {
  v128.store(out, v128.shuffle<i32>(im, re, 0, 4, 1, 5));
  v128.store(out, v128.shuffle<i32>(im, re, 2, 6, 3, 7), 16);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function evens(at: usize): v128 {
  return evenLanes(v128.load(at), v128.load(at, 16));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function odds(at: usize): v128 {
  return oddLanes(v128.load(at), v128.load(at, 16));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function evenLanes(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 0, 2, 4, 6);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function oddLanes(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 1, 3, 5, 7);
}

/** Lanes 0 and 1 of two vectors. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function firstTwo(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 0, 1, 4, 5);
}

/** Lanes 2 and 3 of two vectors. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function lastTwo(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 2, 3, 6, 7);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function twiddledFour(
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
  four(
    ar,
    ai,
    f32x4.sub(f32x4.mul(br, wbr), f32x4.mul(bi, wbi)),
    f32x4.add(f32x4.mul(br, wbi), f32x4.mul(bi, wbr)),
    f32x4.sub(f32x4.mul(cr, wcr), f32x4.mul(ci, wci)),
    f32x4.add(f32x4.mul(cr, wci), f32x4.mul(ci, wcr)),
    f32x4.sub(f32x4.mul(dr, wdr), f32x4.mul(di, wdi)),
    f32x4.add(f32x4.mul(dr, wdi), f32x4.mul(di, wdr)),
    out,
    pitch,
    imaginary,
  );
}

/** A transform of length four, to four places `pitch` bytes apart. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function four(
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
  const outIm = out + imaginary;
  const t0r = f32x4.add(ar, cr);
  const t0i = f32x4.add(ai, ci);
  const t1r = f32x4.sub(ar, cr);
  const t1i = f32x4.sub(ai, ci);
  const t2r = f32x4.add(br, dr);
  const t2i = f32x4.add(bi, di);
  const t3r = f32x4.sub(br, dr);
  const t3i = f32x4.sub(bi, di);
  v128.store(out, f32x4.add(t0r, t2r));
  v128.store(outIm, f32x4.add(t0i, t2i));
  v128.store(out + pitch, f32x4.add(t1r, t3i));
  v128.store(outIm + pitch, f32x4.sub(t1i, t3r));
  v128.store(out + 2 * pitch, f32x4.sub(t0r, t2r));
  v128.store(outIm + 2 * pitch, f32x4.sub(t0i, t2i));
  v128.store(out + 3 * pitch, f32x4.sub(t1r, t3i));
  v128.store(outIm + 3 * pitch, f32x4.add(t1i, t3r));
}

/** A transform of length eight: two of length four, of even and of odd inputs. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function eight(
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
  fr: v128,
  fi: v128,
  gr: v128,
  gi: v128,
  hr: v128,
  hi: v128,
  out: usize,
  pitch: usize,
  imaginary: usize,
): void {
  const outIm = out + imaginary;
  const s0r = f32x4.add(ar, er);
  const s0i = f32x4.add(ai, ei);
  const s1r = f32x4.sub(ar, er);
  const s1i = f32x4.sub(ai, ei);
  const s2r = f32x4.add(cr, gr);
  const s2i = f32x4.add(ci, gi);
  const s3r = f32x4.sub(cr, gr);
  const s3i = f32x4.sub(ci, gi);
  const e0r = f32x4.add(s0r, s2r);
  const e0i = f32x4.add(s0i, s2i);
  const e1r = f32x4.add(s1r, s3i);
  const e1i = f32x4.sub(s1i, s3r);
  const e2r = f32x4.sub(s0r, s2r);
  const e2i = f32x4.sub(s0i, s2i);
  const e3r = f32x4.sub(s1r, s3i);
  const e3i = f32x4.add(s1i, s3r);
  const t0r = f32x4.add(br, fr);
  const t0i = f32x4.add(bi, fi);
  const t1r = f32x4.sub(br, fr);
  const t1i = f32x4.sub(bi, fi);
  const t2r = f32x4.add(dr, hr);
  const t2i = f32x4.add(di, hi);
  const t3r = f32x4.sub(dr, hr);
  const t3i = f32x4.sub(di, hi);
  const o0r = f32x4.add(t0r, t2r);
  const o0i = f32x4.add(t0i, t2i);
  const p1r = f32x4.add(t1r, t3i);
  const p1i = f32x4.sub(t1i, t3r);
  const o2r = f32x4.sub(t0r, t2r);
  const o2i = f32x4.sub(t0i, t2i);
  const p3r = f32x4.sub(t1r, t3i);
  const p3i = f32x4.add(t1i, t3r);
  // Times e^(-πi/4) and e^(-3πi/4).
  const sine = f32x4.splat(SIN_45);
  const o1r = f32x4.mul(f32x4.add(p1r, p1i), sine);
  const o1i = f32x4.mul(f32x4.sub(p1i, p1r), sine);
  const o3r = f32x4.mul(f32x4.sub(p3i, p3r), sine);
  const o3i = f32x4.mul(f32x4.add(p3r, p3i), sine);
  v128.store(out, f32x4.add(e0r, o0r));
  v128.store(outIm, f32x4.add(e0i, o0i));
  v128.store(out + pitch, f32x4.add(e1r, o1r));
  v128.store(outIm + pitch, f32x4.add(e1i, o1i));
  v128.store(out + 2 * pitch, f32x4.add(e2r, o2i));
  v128.store(outIm + 2 * pitch, f32x4.sub(e2i, o2r));
  v128.store(out + 3 * pitch, f32x4.add(e3r, o3r));
  v128.store(outIm + 3 * pitch, f32x4.sub(e3i, o3i));
  v128.store(out + 4 * pitch, f32x4.sub(e0r, o0r));
  v128.store(outIm + 4 * pitch, f32x4.sub(e0i, o0i));
  v128.store(out + 5 * pitch, f32x4.sub(e1r, o1r));
  v128.store(outIm + 5 * pitch, f32x4.sub(e1i, o1i));
  v128.store(out + 6 * pitch, f32x4.sub(e2r, o2i));
  v128.store(outIm + 6 * pitch, f32x4.add(e2i, o2r));
  v128.store(out + 7 * pitch, f32x4.sub(e3r, o3r));
  v128.store(outIm + 7 * pitch, f32x4.add(e3i, o3i));
}
