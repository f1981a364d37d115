// Transforms of any length as convolutions with a chirp: number for number as
// src/kernels/fft/bluestein.ts computes them.

import { imaginaryProduct, realProduct } from './butterflies';
import { high, low, swapped } from './lanes';
import { CHIRP, entry, INNER, KERNEL, SIZE, STAGES, U, V } from './pair-fft';
import { vectorFft } from './vector-fft';

/**
 * The transform of two signals beside each other.
 *
 * @param input `n` numbers of each signal in turn.
 * @param out Room for `n` vectors.
 */
export function bluestein(plan: usize, n: i32, input: usize, out: usize): void {
  const inner = <i32>load<f64>(plan + INNER);
  const stages = entry(plan, STAGES);
  const chirp = entry(plan, CHIRP);
  const u = entry(plan, U);
  const v = entry(plan, V);
  const signs = f64x2(-1, 1);
  let to = u;
  for (let at = chirp, end = at + (<usize>n << 4); at < end; at += 16, input += 32, to += 32) {
    const cos = v128.load64_splat(at);
    const sin = f64x2.mul(signs, v128.load64_splat(at, 8));
    v128.store(to, turned(v128.load(input), cos, sin));
    v128.store(to, turned(v128.load(input, 16), cos, sin), 16);
  }
  memory.fill(to, 0, <usize>(inner - n) << 5);
  const spectrum = vectorFft(inner, u, v, u, stages, false);
  multiply(inner, spectrum, entry(plan, KERNEL));
  let result = vectorFft(inner, spectrum, spectrum === u ? v : u, spectrum, stages, false);
  // With real and imaginary parts swapped on both sides a forward transform is the inverse.
  // Of real numbers, the first half.
  const outputs = n < <i32>load<f64>(plan + SIZE) ? n : (n >> 1) + 1;
  const zero = f64x2.splat(0);
  for (let at = chirp, end = at + (<usize>outputs << 4); at < end; at += 16, result += 32, out += 32) {
    const im = v128.load(result);
    const re = v128.load(result, 16);
    const cos = v128.load64_splat(at);
    const sin = v128.load64_splat(at, 8);
    // Adding 0 makes 0 of -0, whose phase would be π.
    v128.store(out, f64x2.add(realProduct(re, im, cos, sin), zero));
    v128.store(out, f64x2.add(imaginaryProduct(re, im, cos, sin), zero), 16);
  }
}

/** A complex number times another, of which `sin` has both signs. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function turned(value: v128, cos: v128, sin: v128): v128 {
  return f64x2.add(f64x2.mul(value, cos), f64x2.mul(swapped(value), sin));
}

/** The products of complex vectors, in place: numbers of each signal in turn, parts swapped. */
function multiply(n: i32, values: usize, factors: usize): void {
  for (let end = values + (<usize>n << 5); values < end; values += 32, factors += 16) {
    const re = v128.load(values);
    const im = v128.load(values, 16);
    const cos = v128.load64_splat(factors);
    const sin = v128.load64_splat(factors, 8);
    const productRe = realProduct(re, im, cos, sin);
    const productIm = imaginaryProduct(re, im, cos, sin);
    v128.store(values, low(productIm, productRe));
    v128.store(values, high(productIm, productRe), 16);
  }
}
