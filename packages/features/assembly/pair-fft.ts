// Complex transforms of two signals beside each other, a lane each: of any length. What goes in are
// numbers in turn, of the first signal and of the second; what comes are the real parts of both, then
// the imaginary ones.

import { anyStage } from './any-stage';
import { bluesteinOf } from './bluestein';
import { RADICES } from './complex-fft';
import { firstStage, stage, WIDEST } from './stages';

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
/** Rooms of `inner` complex numbers. */
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
/** Bluestein's chirp, and the transform of its conjugate, real parts first. */
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
 * @param lanes How many of the two signals are wanted.
 * @returns Where the result is: the room `x` or `y`.
 */
export function pairFft(plan: usize, input: usize, lanes: i32): usize {
  const n = <i32>load<f64>(plan + LENGTH);
  let x = entry(plan, X);
  if (load<f64>(plan + INNER) > 0) {
    for (let lane = 0; lane < lanes; lane++) bluesteinOf(plan, n, input, lane, x);
    return x;
  }
  let y = entry(plan, Y);
  let radices = entry(plan, STAGES);
  let factors = radices + RADICES;
  const bytes = <usize>n << 5;
  let radix = <i32>load<f64>(radices);
  const constants = radices;
  if (radix > WIDEST) {
    anyStage(radix, 1, bytes / <usize>radix, input, x, factors, constants, false);
    factors += <usize>radix << 4;
  } else {
    firstStage(radix, bytes / <usize>radix, input, x, constants);
  }
  for (let q = radix; q < n; q *= radix) {
    radices += 8;
    radix = <i32>load<f64>(radices);
    const near = bytes / <usize>(q * radix);
    if (radix > WIDEST) {
      anyStage(radix, q, near, x, y, factors, constants, false);
      factors += <usize>(radix + q * (radix - 1)) << 4;
    } else {
      factors = stage(radix, q, near, bytes / <usize>radix, x, y, factors, constants);
    }
    const swap = x;
    x = y;
    y = swap;
  }
  return x;
}
