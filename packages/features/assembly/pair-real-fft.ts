// Transforms of two real signals of any length beside each other, a lane each: number for number as
// src/kernels/fft/plain-fft.ts computes them.

import { high, low } from './lanes';
import { entry, INNER, LENGTH, pairFft, REAL_FACTORS, SIZE, STAGES, X, Y } from './pair-fft';
import { vectorFft } from './vector-fft';

/**
 * @param signal Two samples of the first signal, two of the second, and so on; of an odd `size` one
 *   of each more than that. Not changed.
 * @returns Where the spectrum is: complex vectors of `floor(size / 2) + 1` bins.
 */
export function forwardPair(plan: usize, signal: usize): usize {
  const size = <i32>load<f64>(plan + SIZE);
  const n = <i32>load<f64>(plan + LENGTH);
  const x = entry(plan, X);
  const y = entry(plan, Y);
  if (n < size) {
    const complex = pairFft(plan, signal);
    const out = complex === x ? y : x;
    unfold(n, complex, out, entry(plan, REAL_FACTORS));
    return out;
  }
  const zero = f64x2.splat(0);
  for (let at: usize = 0; at < <usize>n << 4; at += 32) {
    const a = v128.load(signal + at);
    const b = v128.load(signal + at, 16);
    v128.store(y + 2 * at, low(a, zero));
    v128.store(y + 2 * at, low(b, zero), 16);
    v128.store(y + 2 * at, high(a, zero), 32);
    v128.store(y + 2 * at, high(b, zero), 48);
  }
  return oddSpectrum(plan, n, x, y);
}

/** The spectrum of numbers without imaginary parts in room `y`, of an odd length. */
function oddSpectrum(plan: usize, n: i32, x: usize, y: usize): usize {
  if (load<f64>(plan + INNER) === 0) return vectorFft(n, y, x, y, entry(plan, STAGES), true);
  const out = pairFft(plan, y);
  v128.store(out, f64x2.splat(0), 16);
  return out;
}

/** The spectrum of 2n real numbers from that of n complex ones. */
function unfold(n: i32, complex: usize, out: usize, cosines: usize): void {
  const last = <usize>n << 5;
  const sines = cosines + (<usize>(n + 1) << 3);
  const zero = f64x2.splat(0);
  const half = f64x2.splat(0.5);
  const re = v128.load(complex);
  const im = v128.load(complex, 16);
  v128.store(out, f64x2.add(re, im));
  v128.store(out, zero, 16);
  v128.store(out + last, f64x2.sub(re, im));
  v128.store(out + last, zero, 16);
  for (let k: usize = 32, m = last - 32; k <= m; k += 32, m -= 32) {
    const nearRe = v128.load(complex + k);
    const nearIm = v128.load(complex + k, 16);
    const farRe = v128.load(complex + m);
    const farIm = v128.load(complex + m, 16);
    const evenRe = f64x2.mul(f64x2.add(nearRe, farRe), half);
    const evenIm = f64x2.mul(f64x2.sub(nearIm, farIm), half);
    const oddRe = f64x2.mul(f64x2.add(nearIm, farIm), half);
    const oddIm = f64x2.mul(f64x2.sub(farRe, nearRe), half);
    const cos = v128.load64_splat(cosines + (k >> 2));
    const sin = v128.load64_splat(sines + (k >> 2));
    const twiddledRe = f64x2.add(f64x2.mul(oddRe, cos), f64x2.mul(oddIm, sin));
    const twiddledIm = f64x2.sub(f64x2.mul(oddIm, cos), f64x2.mul(oddRe, sin));
    v128.store(out + k, f64x2.add(evenRe, twiddledRe));
    v128.store(out + k, f64x2.add(evenIm, twiddledIm), 16);
    v128.store(out + m, f64x2.sub(evenRe, twiddledRe));
    v128.store(out + m, f64x2.sub(twiddledIm, evenIm), 16);
  }
}

/**
 * The transform of one signal.
 *
 * @param signal `size` doubles, and one more of an odd size.
 * @param vectors Room for as many vectors.
 * @param spectrum `floor(size / 2) + 1` complex numbers, interleaved.
 */
export function forwardOne(plan: usize, signal: usize, vectors: usize, spectrum: usize): void {
  const size = <usize>load<f64>(plan + SIZE);
  for (let at: usize = 0; at < size << 3; at += 16) {
    const samples = v128.load(signal + at);
    v128.store(vectors + 2 * at, samples);
    v128.store(vectors + 2 * at, samples, 16);
  }
  let from = forwardPair(plan, vectors);
  for (let end = from + (((size >> 1) + 1) << 5); from < end; from += 32, spectrum += 16) {
    v128.store(spectrum, low(v128.load(from), v128.load(from, 16)));
  }
}

/** The inverse of one spectrum, divided by the size; its parts without meaning are not read. */
export function inverseOne(plan: usize, spectrum: usize, signal: usize): void {
  const size = <i32>load<f64>(plan + SIZE);
  const n = <i32>load<f64>(plan + LENGTH);
  const y = entry(plan, Y);
  if (n < size) {
    fold(n, spectrum, y, entry(plan, REAL_FACTORS));
    let from = pairFft(plan, y);
    for (let end = from + (<usize>n << 5); from < end; from += 32, signal += 16) {
      store<f64>(signal, load<f64>(from, 16));
      store<f64>(signal, load<f64>(from), 8);
    }
    return;
  }
  // Real parts are even and imaginary ones odd: of their sum, a real signal, the transform has the
  // signal's even half as its real parts and the odd half as its imaginary ones.
  const scale = 1 / <f64>size;
  spread(y, load<f64>(spectrum) * scale, 0);
  const end = <usize>n << 5;
  for (let k: usize = 32, m = end - 32; k < m; k += 32, m -= 32) {
    const re = load<f64>(spectrum + (k >> 1)) * scale;
    const im = load<f64>(spectrum + (k >> 1), 8) * scale;
    spread(y + k, re + im, 0);
    spread(y + m, re - im, 0);
  }
  const from = oddSpectrum(plan, n, entry(plan, X), y);
  store<f64>(signal, load<f64>(from));
  for (let i: usize = 8, m = end >> 2; i < m; i += 8) {
    m -= 8;
    const even = load<f64>(from + 4 * i);
    const odd = load<f64>(from + 4 * i, 16);
    store<f64>(signal + i, even + odd);
    store<f64>(signal + m, even - odd);
  }
}

/** A complex number of both signals. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function spread(at: usize, re: f64, im: f64): void {
  const number = f64x2.replace_lane(f64x2.splat(re), 1, im);
  v128.store(at, number);
  v128.store(at, number, 16);
}

/** What `unfold` undoes, of one spectrum, divided by its size, with its parts swapped. */
function fold(n: i32, spectrum: usize, out: usize, cosines: usize): void {
  const last = <usize>n << 4;
  const sines = cosines + (<usize>(n + 1) << 3);
  const scale: f64 = 0.5 / <f64>n;
  const first = load<f64>(spectrum);
  const nyquist = load<f64>(spectrum + last);
  spread(out, (first - nyquist) * scale, (first + nyquist) * scale);
  for (let k: usize = 16, m = last - 16; k <= m; k += 16, m -= 16) {
    const nearRe = load<f64>(spectrum + k);
    const nearIm = load<f64>(spectrum + k, 8);
    const farRe = load<f64>(spectrum + m);
    const farIm = load<f64>(spectrum + m, 8);
    const evenRe = (nearRe + farRe) * scale;
    const evenIm = (nearIm - farIm) * scale;
    const diffRe = (nearRe - farRe) * scale;
    const diffIm = (nearIm + farIm) * scale;
    const cos = load<f64>(cosines + (k >> 1));
    const sin = load<f64>(sines + (k >> 1));
    const oddRe = diffRe * cos - diffIm * sin;
    const oddIm = diffRe * sin + diffIm * cos;
    spread(out + 2 * k, evenIm + oddRe, evenRe - oddIm);
    spread(out + 2 * m, oddRe - evenIm, evenRe + oddIm);
  }
}
