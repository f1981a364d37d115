// Transforms of real signals through a complex one of half the length, and magnitudes: number for
// number as src/kernels/fft/even-fft.ts computes them.

import { complexFft, complexFftQuarter } from './complex-fft';
import { high, low, swapped } from './lanes';
import { magnitudesOf, single } from './magnitudes';

/**
 * @param n Half the signal's length: a multiple of four, at least 8.
 * @param signal `2n` numbers.
 * @param spectrum `n + 1` complex numbers, interleaved.
 * @param x Room for `n` complex numbers; `y` alike.
 * @param twiddles The factors of the complex transform.
 * @param realTwiddles cos(πk/n) of k = 0 … n, then sin(πk/n).
 */
export function forward(
  n: i32,
  signal: usize,
  spectrum: usize,
  x: usize,
  y: usize,
  twiddles: usize,
  realTwiddles: usize,
): void {
  const re = complexFft(n, signal, x, y, twiddles);
  const imaginary = <usize>n << 3;
  const im = re + imaginary;
  const last = spectrum + (imaginary << 1);
  store<f64>(spectrum, load<f64>(re) + load<f64>(im));
  store<f64>(spectrum, 0, 8);
  store<f64>(last, load<f64>(re) - load<f64>(im));
  store<f64>(last, 0, 8);
  const half = f64x2.splat(0.5);
  const sines = realTwiddles + imaginary + 8;
  for (let k: usize = 8, m = imaginary - 16; k <= m + 8; k += 16, m -= 16) {
    const nearRe = v128.load(re + k);
    const nearIm = v128.load(im + k);
    const farRe = swapped(v128.load(re + m));
    const farIm = swapped(v128.load(im + m));
    const evenRe = f64x2.mul(f64x2.add(nearRe, farRe), half);
    const evenIm = f64x2.mul(f64x2.sub(nearIm, farIm), half);
    const oddRe = f64x2.mul(f64x2.add(nearIm, farIm), half);
    const oddIm = f64x2.mul(f64x2.sub(farRe, nearRe), half);
    const cos = v128.load(realTwiddles + k);
    const sin = v128.load(sines + k);
    const twiddledRe = f64x2.add(f64x2.mul(oddRe, cos), f64x2.mul(oddIm, sin));
    const twiddledIm = f64x2.sub(f64x2.mul(oddIm, cos), f64x2.mul(oddRe, sin));
    const upRe = f64x2.add(evenRe, twiddledRe);
    const upIm = f64x2.add(evenIm, twiddledIm);
    const downRe = f64x2.sub(evenRe, twiddledRe);
    const downIm = f64x2.sub(twiddledIm, evenIm);
    v128.store(spectrum + 2 * k, low(upRe, upIm));
    v128.store(spectrum + 2 * k, high(upRe, upIm), 16);
    v128.store(spectrum + 2 * m, high(downRe, downIm));
    v128.store(spectrum + 2 * m, low(downRe, downIm), 16);
  }
}

/**
 * |spectrum|² of `forward`, without the spectrum.
 *
 * @param powers Room for `n + 1` doubles.
 */
export function powerSpectrum(
  n: i32,
  signal: usize,
  powers: usize,
  x: usize,
  y: usize,
  twiddles: usize,
  realTwiddles: usize,
): void {
  const re = complexFft(n, signal, x, y, twiddles);
  const imaginary = <usize>n << 3;
  const im = re + imaginary;
  const first = load<f64>(re) + load<f64>(im);
  const last = load<f64>(re) - load<f64>(im);
  store<f64>(powers, first * first);
  store<f64>(powers + imaginary, last * last);
  const half = f64x2.splat(0.5);
  const sines = realTwiddles + imaginary + 8;
  for (let k: usize = 8, m = imaginary - 16; k <= m + 8; k += 16, m -= 16) {
    const nearRe = v128.load(re + k);
    const nearIm = v128.load(im + k);
    const farRe = swapped(v128.load(re + m));
    const farIm = swapped(v128.load(im + m));
    const evenRe = f64x2.mul(f64x2.add(nearRe, farRe), half);
    const evenIm = f64x2.mul(f64x2.sub(nearIm, farIm), half);
    const oddRe = f64x2.mul(f64x2.add(nearIm, farIm), half);
    const oddIm = f64x2.mul(f64x2.sub(farRe, nearRe), half);
    const cos = v128.load(realTwiddles + k);
    const sin = v128.load(sines + k);
    const twiddledRe = f64x2.add(f64x2.mul(oddRe, cos), f64x2.mul(oddIm, sin));
    const twiddledIm = f64x2.sub(f64x2.mul(oddIm, cos), f64x2.mul(oddRe, sin));
    v128.store(powers + k, square(f64x2.add(evenRe, twiddledRe), f64x2.add(evenIm, twiddledIm)));
    const down = square(f64x2.sub(evenRe, twiddledRe), f64x2.sub(twiddledIm, evenIm));
    v128.store(powers + m, swapped(down));
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function square(re: v128, im: v128): v128 {
  return f64x2.add(f64x2.mul(re, re), f64x2.mul(im, im));
}

/**
 * The inverse of a spectrum without imaginary parts, divided by the length: the first quarter of the
 * signal, of which the sign of a zero may differ from that of `inverse`.
 *
 * @param powers `n + 1` doubles.
 * @param signal Room for `n / 2` numbers.
 */
export function inverseOfPowers(
  n: i32,
  powers: usize,
  signal: usize,
  x: usize,
  y: usize,
  twiddles: usize,
  realTwiddles: usize,
): void {
  const imaginary = <usize>n << 3;
  const factor: f64 = 0.5 / <f64>n;
  const scale = f64x2.splat(factor);
  const sines = realTwiddles + imaginary + 8;
  const first = load<f64>(powers);
  const last = load<f64>(powers + imaginary);
  store<f64>(y, (first - last) * factor);
  store<f64>(y, (first + last) * factor, 8);
  for (let k: usize = 8, m = imaginary - 16; k <= m + 8; k += 16, m -= 16) {
    const near = v128.load(powers + k);
    const far = swapped(v128.load(powers + m));
    const even = f64x2.mul(f64x2.add(near, far), scale);
    const difference = f64x2.mul(f64x2.sub(near, far), scale);
    const oddRe = f64x2.mul(difference, v128.load(realTwiddles + k));
    const oddIm = f64x2.mul(difference, v128.load(sines + k));
    // With real and imaginary parts swapped, the forward transform is the inverse.
    const upIm = f64x2.sub(even, oddIm);
    const downIm = f64x2.add(even, oddIm);
    v128.store(y + 2 * k, low(oddRe, upIm));
    v128.store(y + 2 * k, high(oddRe, upIm), 16);
    v128.store(y + 2 * m, high(oddRe, downIm));
    v128.store(y + 2 * m, low(oddRe, downIm), 16);
  }
  const re = complexFftQuarter(n, y, x, y, twiddles);
  for (let at: usize = 0; at < imaginary >> 2; at += 16) {
    const a = v128.load(re + imaginary + at);
    const b = v128.load(re + at);
    v128.store(signal + 2 * at, low(a, b));
    v128.store(signal + 2 * at, high(a, b), 16);
  }
}

/** The inverse, divided by the length. `spectrum` is not changed. */
export function inverse(
  n: i32,
  spectrum: usize,
  signal: usize,
  x: usize,
  y: usize,
  twiddles: usize,
  realTwiddles: usize,
): void {
  const imaginary = <usize>n << 3;
  const factor: f64 = 0.5 / <f64>n;
  const scale = f64x2.splat(factor);
  const sines = realTwiddles + imaginary + 8;
  const first = load<f64>(spectrum);
  const last = load<f64>(spectrum + 2 * imaginary);
  store<f64>(y, (first - last) * factor);
  store<f64>(y, (first + last) * factor, 8);
  for (let k: usize = 8, m = imaginary - 16; k <= m + 8; k += 16, m -= 16) {
    const near0 = v128.load(spectrum + 2 * k);
    const near1 = v128.load(spectrum + 2 * k, 16);
    const far1 = v128.load(spectrum + 2 * m);
    const far0 = v128.load(spectrum + 2 * m, 16);
    const nearRe = low(near0, near1);
    const nearIm = high(near0, near1);
    const farRe = low(far0, far1);
    const farIm = high(far0, far1);
    const evenRe = f64x2.mul(f64x2.add(nearRe, farRe), scale);
    const evenIm = f64x2.mul(f64x2.sub(nearIm, farIm), scale);
    const diffRe = f64x2.mul(f64x2.sub(nearRe, farRe), scale);
    const diffIm = f64x2.mul(f64x2.add(nearIm, farIm), scale);
    const cos = v128.load(realTwiddles + k);
    const sin = v128.load(sines + k);
    const oddRe = f64x2.sub(f64x2.mul(diffRe, cos), f64x2.mul(diffIm, sin));
    const oddIm = f64x2.add(f64x2.mul(diffRe, sin), f64x2.mul(diffIm, cos));
    // With real and imaginary parts swapped, the forward transform is the inverse.
    const upRe = f64x2.add(evenIm, oddRe);
    const upIm = f64x2.sub(evenRe, oddIm);
    const downRe = f64x2.sub(oddRe, evenIm);
    const downIm = f64x2.add(evenRe, oddIm);
    v128.store(y + 2 * k, low(upRe, upIm));
    v128.store(y + 2 * k, high(upRe, upIm), 16);
    v128.store(y + 2 * m, high(downRe, downIm));
    v128.store(y + 2 * m, low(downRe, downIm), 16);
  }
  const re = complexFft(n, y, x, y, twiddles);
  for (let at: usize = 0; at < imaginary; at += 16) {
    const a = v128.load(re + imaginary + at);
    const b = v128.load(re + at);
    v128.store(signal + 2 * at, low(a, b));
    v128.store(signal + 2 * at, high(a, b), 16);
  }
}

/**
 * Magnitudes of complex numbers, as float32.
 *
 * @param count Is rounded up to a multiple of four; there must be room.
 */
export function magnitudes(spectrum: usize, out: usize, count: i32): void {
  for (let end = out + (<usize>count << 2); out < end; out += 16, spectrum += 64) {
    const a = single(v128.load(spectrum), v128.load(spectrum, 16));
    const b = single(v128.load(spectrum, 32), v128.load(spectrum, 48));
    const re = v128.shuffle<i32>(a, b, 0, 2, 4, 6);
    const im = v128.shuffle<i32>(a, b, 1, 3, 5, 7);
    v128.store(out, magnitudesOf(re, im));
  }
}
