// Transforms of any length as convolutions with a chirp: number for number as
// src/kernels/fft/bluestein.ts computes them.

import { complexFft } from './complex-fft';
import { high, low, swapped } from './lanes';
import { CHIRP, entry, INNER, KERNEL, SIZE, STAGES, U, V } from './pair-fft';

/**
 * The transform of one of two signals.
 *
 * @param input `n` numbers of each signal in turn.
 * @param out `n` vectors, of which this lane is written.
 */
export function bluesteinOf(plan: usize, n: i32, input: usize, lane: i32, out: usize): void {
  const inner = <i32>load<f64>(plan + INNER);
  const stages = entry(plan, STAGES);
  const chirp = entry(plan, CHIRP);
  const u = entry(plan, U);
  const v = entry(plan, V);
  const bytes = <usize>n << 4;
  const signs = f64x2(-1, 1);
  input += <usize>lane << 4;
  for (let at: usize = 0; at < bytes; at += 16) {
    const value = v128.load(input + 2 * at);
    const turned = f64x2.mul(swapped(value), f64x2.mul(signs, v128.load64_splat(chirp + at, 8)));
    v128.store(u + at, f64x2.add(f64x2.mul(value, v128.load64_splat(chirp + at)), turned));
  }
  memory.fill(u + bytes, 0, (<usize>inner << 4) - bytes);
  const spectrum = complexFft(inner, u, v, u, stages);
  const product = spectrum === u ? v : u;
  multiply(inner, spectrum, entry(plan, KERNEL), product);
  const result = complexFft(inner, product, spectrum, product, stages);
  // With real and imaginary parts swapped on both sides a forward transform is the inverse.
  const imaginary = <usize>inner << 3;
  // Of real numbers, the first half.
  const outputs = n < <i32>load<f64>(plan + SIZE) ? n : (n >> 1) + 1;
  out += <usize>lane << 3;
  for (let at: usize = 0; at < <usize>outputs << 3; at += 8, out += 32) {
    const im = load<f64>(result + at);
    const re = load<f64>(result + imaginary + at);
    const cos = load<f64>(chirp + 2 * at);
    const sin = load<f64>(chirp + 2 * at, 8);
    // Adding 0 makes 0 of -0, whose phase would be π.
    store<f64>(out, re * cos - im * sin + 0);
    store<f64>(out, re * sin + im * cos + 0, 16);
  }
}

/** The products of numbers, real parts first; interleaved, with their parts swapped. */
function multiply(n: i32, values: usize, factors: usize, out: usize): void {
  const imaginary = <usize>n << 3;
  for (let end = values + imaginary; values < end; values += 16, factors += 16, out += 32) {
    const re = v128.load(values);
    const im = v128.load(values + imaginary);
    const cos = v128.load(factors);
    const sin = v128.load(factors + imaginary);
    const productRe = f64x2.sub(f64x2.mul(re, cos), f64x2.mul(im, sin));
    const productIm = f64x2.add(f64x2.mul(re, sin), f64x2.mul(im, cos));
    v128.store(out, low(productIm, productRe));
    v128.store(out, high(productIm, productRe), 16);
  }
}
