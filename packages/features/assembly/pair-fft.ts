// Complex transforms of two signals beside each other, a lane each, of any length. What goes in are
// numbers in turn, of the first signal and of the second; what comes are the real parts of both, then
// the imaginary ones.

import { bluestein } from './bluestein';
import { vectorFft } from './vector-fft';

/** Where a plan says what; each is a double. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const SIZE: usize = 0;
/** The length of the complex transform. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const LENGTH: usize = 8;
/** The length of Bluestein's inner transform; 0 without one. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const INNER: usize = 16;
/** Rooms of `length + 1` vectors. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const X: usize = 24;
// @ts-ignore: a decorator of AssemblyScript
@inline
export const Y: usize = 32;
/** Rooms of `inner` vectors. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const U: usize = 40;
// @ts-ignore: a decorator of AssemblyScript
@inline
export const V: usize = 48;
/** Radices and factors, of the inner transform where there is one. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const STAGES: usize = 56;
/** cos(πk/n) of k = 0 … n, then sin(πk/n); of an even size. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const REAL_FACTORS: usize = 64;
/** Bluestein's chirp, and the transform of its conjugate. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const CHIRP: usize = 72;
// @ts-ignore: a decorator of AssemblyScript
@inline
export const KERNEL: usize = 80;

// @ts-ignore: a decorator of AssemblyScript
@inline
export function entry(plan: usize, at: usize): usize {
  return <usize>load<f64>(plan + at);
}

/**
 * @param input `length` numbers of each, in the room `y` or outside of both; changed where it is in `y`.
 * @returns Where the result is: the room `x` or `y`.
 */
export function pairFft(plan: usize, input: usize): usize {
  const n = <i32>load<f64>(plan + LENGTH);
  const x = entry(plan, X);
  if (load<f64>(plan + INNER) === 0) {
    return vectorFft(n, input, x, entry(plan, Y), entry(plan, STAGES), false);
  }
  bluestein(plan, n, input, x);
  return x;
}
