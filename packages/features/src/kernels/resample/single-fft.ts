import { singleTwiddles, stageRadices, TOGETHER } from './single-twiddles.ts';

/** Complex numbers: real parts and imaginary parts. */
export interface Parts {
  readonly re: Float32Array;
  readonly im: Float32Array;
}

/** Room for `count` complex numbers, and one more. */
export function complexRoom(count: number): Parts {
  return { re: new Float32Array(count + 1), im: new Float32Array(count + 1) };
}

const SIN_60: number = Math.fround(Math.sqrt(3) / 2);
const SIN_45: number = Math.fround(Math.SQRT1_2);
const f32 = Math.fround;

/**
 * The complex transform of length `n` in float32, number for number as in assembly/single-fft.ts.
 *
 * @returns A function that transforms `from`, by way of `from` and `to`, and returns the one of the
 *   two that has the result.
 */
export function singleFft(n: number): (from: Parts, to: Parts) => Parts {
  const twiddles = singleTwiddles(n);
  const [first, ...others] = stageRadices(n);
  return (from, to) => {
    if (first === 8) firstOfEight(n, from, to);
    else firstOfFour(n, from, to);
    let x = to;
    let y = from;
    let q = first;
    let at = 0;
    for (const radix of others) {
      if (radix === 3) stageOfThree(n, q, x, y, twiddles, at);
      else stageOfFour(n, q, x, y, twiddles, at);
      at += 2 * (radix - 1) * q;
      q *= radix;
      [x, y] = [y, x];
    }
    return x;
  };
}

function firstOfFour(n: number, x: Parts, y: Parts): void {
  const far = n / 4;
  for (let j = 0; j < far; j++) {
    four(
      x.re[j],
      x.im[j],
      x.re[j + far],
      x.im[j + far],
      x.re[j + 2 * far],
      x.im[j + 2 * far],
      x.re[j + 3 * far],
      x.im[j + 3 * far],
      y,
      j,
      far,
    );
  }
}

/** Transforms of length q become transforms of length 4q. */
function stageOfFour(
  n: number,
  q: number,
  { re, im }: Parts,
  y: Parts,
  twiddles: Float32Array,
  start: number,
): void {
  const far = n / 4;
  const near = far / q;
  const pitch = near === 1 ? TOGETHER : 1;
  for (let k = 0; k < q; k++) {
    const lane = k % pitch;
    const at = start + 6 * (k - lane) + lane;
    const wbr = twiddles[at];
    const wbi = twiddles[at + pitch];
    const wcr = twiddles[at + 2 * pitch];
    const wci = twiddles[at + 3 * pitch];
    const wdr = twiddles[at + 4 * pitch];
    const wdi = twiddles[at + 5 * pitch];
    for (let j = 0; j < near; j++) {
      const a = 4 * k * near + j;
      const b = a + near;
      const c = b + near;
      const d = c + near;
      four(
        re[a],
        im[a],
        f32(f32(re[b] * wbr) - f32(im[b] * wbi)),
        f32(f32(re[b] * wbi) + f32(im[b] * wbr)),
        f32(f32(re[c] * wcr) - f32(im[c] * wci)),
        f32(f32(re[c] * wci) + f32(im[c] * wcr)),
        f32(f32(re[d] * wdr) - f32(im[d] * wdi)),
        f32(f32(re[d] * wdi) + f32(im[d] * wdr)),
        y,
        k * near + j,
        far,
      );
    }
  }
}

/** Transforms of length q become transforms of length 3q. */
function stageOfThree(
  n: number,
  q: number,
  { re, im }: Parts,
  y: Parts,
  twiddles: Float32Array,
  start: number,
): void {
  const far = n / 3;
  const near = far / q;
  for (let k = 0; k < q; k++) {
    const at = start + 4 * k;
    const wbr = twiddles[at];
    const wbi = twiddles[at + 1];
    const wcr = twiddles[at + 2];
    const wci = twiddles[at + 3];
    for (let j = 0; j < near; j++) {
      const a = 3 * k * near + j;
      const b = a + near;
      const c = b + near;
      const br = f32(f32(re[b] * wbr) - f32(im[b] * wbi));
      const bi = f32(f32(re[b] * wbi) + f32(im[b] * wbr));
      const cr = f32(f32(re[c] * wcr) - f32(im[c] * wci));
      const ci = f32(f32(re[c] * wci) + f32(im[c] * wcr));
      const tr = f32(br + cr);
      const ti = f32(bi + ci);
      const ur = f32(f32(br - cr) * SIN_60);
      const ui = f32(f32(bi - ci) * SIN_60);
      const mr = f32(re[a] - f32(tr * 0.5));
      const mi = f32(im[a] - f32(ti * 0.5));
      const out = k * near + j;
      y.re[out] = re[a] + tr;
      y.im[out] = im[a] + ti;
      y.re[out + far] = mr + ui;
      y.im[out + far] = mi - ur;
      y.re[out + 2 * far] = mr - ui;
      y.im[out + 2 * far] = mi + ur;
    }
  }
}

/** A transform of length four, to four places `pitch` apart. */
function four(
  ar: number,
  ai: number,
  br: number,
  bi: number,
  cr: number,
  ci: number,
  dr: number,
  di: number,
  { re, im }: Parts,
  out: number,
  pitch: number,
): void {
  const t0r = f32(ar + cr);
  const t0i = f32(ai + ci);
  const t1r = f32(ar - cr);
  const t1i = f32(ai - ci);
  const t2r = f32(br + dr);
  const t2i = f32(bi + di);
  const t3r = f32(br - dr);
  const t3i = f32(bi - di);
  re[out] = t0r + t2r;
  im[out] = t0i + t2i;
  re[out + pitch] = t1r + t3i;
  im[out + pitch] = t1i - t3r;
  re[out + 2 * pitch] = t0r - t2r;
  im[out + 2 * pitch] = t0i - t2i;
  re[out + 3 * pitch] = t1r - t3i;
  im[out + 3 * pitch] = t1i + t3r;
}

/** The first stage by eight: two of length four, of even and of odd inputs. */
function firstOfEight(n: number, { re, im }: Parts, y: Parts): void {
  const far = n / 8;
  for (let j = 0; j < far; j++) {
    const b = j + far;
    const c = b + far;
    const d = c + far;
    const e = d + far;
    const f = e + far;
    const g = f + far;
    const h = g + far;
    const s0r = f32(re[j] + re[e]);
    const s0i = f32(im[j] + im[e]);
    const s1r = f32(re[j] - re[e]);
    const s1i = f32(im[j] - im[e]);
    const s2r = f32(re[c] + re[g]);
    const s2i = f32(im[c] + im[g]);
    const s3r = f32(re[c] - re[g]);
    const s3i = f32(im[c] - im[g]);
    const e0r = f32(s0r + s2r);
    const e0i = f32(s0i + s2i);
    const e1r = f32(s1r + s3i);
    const e1i = f32(s1i - s3r);
    const e2r = f32(s0r - s2r);
    const e2i = f32(s0i - s2i);
    const e3r = f32(s1r - s3i);
    const e3i = f32(s1i + s3r);
    const t0r = f32(re[b] + re[f]);
    const t0i = f32(im[b] + im[f]);
    const t1r = f32(re[b] - re[f]);
    const t1i = f32(im[b] - im[f]);
    const t2r = f32(re[d] + re[h]);
    const t2i = f32(im[d] + im[h]);
    const t3r = f32(re[d] - re[h]);
    const t3i = f32(im[d] - im[h]);
    const o0r = f32(t0r + t2r);
    const o0i = f32(t0i + t2i);
    const p1r = f32(t1r + t3i);
    const p1i = f32(t1i - t3r);
    const o2r = f32(t0r - t2r);
    const o2i = f32(t0i - t2i);
    const p3r = f32(t1r - t3i);
    const p3i = f32(t1i + t3r);
    // Times e^(-πi/4) and e^(-3πi/4).
    const o1r = f32(f32(p1r + p1i) * SIN_45);
    const o1i = f32(f32(p1i - p1r) * SIN_45);
    const o3r = f32(f32(p3i - p3r) * SIN_45);
    const o3i = f32(f32(p3r + p3i) * SIN_45);
    y.re[j] = e0r + o0r;
    y.im[j] = e0i + o0i;
    y.re[b] = e1r + o1r;
    y.im[b] = e1i + o1i;
    y.re[c] = e2r + o2i;
    y.im[c] = e2i - o2r;
    y.re[d] = e3r + o3r;
    y.im[d] = e3i - o3i;
    y.re[e] = e0r - o0r;
    y.im[e] = e0i - o0i;
    y.re[f] = e1r - o1r;
    y.im[f] = e1i - o1i;
    y.re[g] = e2r - o2i;
    y.im[g] = e2i + o2r;
    y.re[h] = e3r - o3r;
    y.im[h] = e3i + o3i;
  }
}
