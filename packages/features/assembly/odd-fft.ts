// The transform of two real signals of an odd length beside each other, by Stockham's stages. What
// is of real numbers is the conjugate of its mirror image, so half of the k are enough.

import { anyStage } from './any-stage';
import {
  butterfly3,
  butterfly5,
  HALF,
  QUARTER,
  ROOT_5,
  SIN_10,
  SIN_3,
  SIN_5,
} from './butterflies';
import { firstStage, im, RADICES, re, WIDEST } from './stages';

/** Bytes of a complex vector. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const VECTOR: usize = 32;

/**
 * @param n Odd.
 * @param input `n` numbers of each signal in turn, whose imaginary parts are 0.
 * @param x Room for `n` complex vectors.
 * @param y Room for as many; may be `input`.
 * @param plan Radices and factors.
 * @returns `x` or `y`: where the spectrum is, complex vectors of bins 0 … (n - 1) / 2.
 */
export function oddFft(n: i32, input: usize, x: usize, y: usize, plan: usize): usize {
  let radix = <i32>load<f64>(plan);
  let factors = plan + RADICES;
  const constants = plan;
  const first = (<usize>n << 5) / <usize>radix;
  if (radix > WIDEST) {
    anyStage(radix, 1, first, input, x, factors, constants, false);
    factors += <usize>radix << 4;
  } else {
    firstStage(radix, first, input, x, constants);
  }
  for (let q = radix; q < n; q *= radix) {
    plan += 8;
    radix = <i32>load<f64>(plan);
    const near = (<usize>n << 5) / <usize>(q * radix);
    if (radix > WIDEST) {
      anyStage(radix, q, near, x, y, factors, constants, true);
      factors += <usize>radix << 4;
    } else if (radix === 5) stage5(<usize>q, near, x, y, factors, constants);
    else stage3(<usize>q, near, x, y, factors, constants);
    factors += <usize>(q * (radix - 1)) << 4;
    const swap = x;
    x = y;
    y = swap;
  }
  return x;
}

function stage3(
  q: usize,
  near: usize,
  x: usize,
  y: usize,
  factors: usize,
  plan: usize,
): void {
  const half = v128.load64_splat(plan, HALF);
  const sine = v128.load64_splat(plan, SIN_3);
  const far = q * near;
  let mirrored = y + far;
  for (let last = y + ((q + 1) >> 1) * near; y < last; factors += 32) {
    let back = mirrored;
    for (let end = x + near; x < end; x += VECTOR, y += VECTOR, back += VECTOR) {
      const b = x + near;
      const c = b + near;
      butterfly3(
        v128.load(x),
        v128.load(x, 16),
        re(b, factors),
        im(b, factors),
        re(c, factors + 16),
        im(c, factors + 16),
        y,
        y + far,
        back, half,
        sine,
        true,
      );
    }
    x += 2 * near;
    mirrored -= near;
  }
}

function stage5(
  q: usize,
  near: usize,
  x: usize,
  y: usize,
  factors: usize,
  plan: usize,
): void {
  const quarter = v128.load64_splat(plan, QUARTER);
  const root = v128.load64_splat(plan, ROOT_5);
  const sine = v128.load64_splat(plan, SIN_5);
  const sine2 = v128.load64_splat(plan, SIN_10);
  const far = q * near;
  let mirrored = y + far;
  for (let last = y + ((q + 1) >> 1) * near; y < last; factors += 64) {
    let back = mirrored;
    for (let end = x + near; x < end; x += VECTOR, y += VECTOR, back += VECTOR) {
      const b = x + near;
      const c = b + near;
      const d = c + near;
      const e = d + near;
      butterfly5(
        v128.load(x),
        v128.load(x, 16),
        re(b, factors),
        im(b, factors),
        re(c, factors + 16),
        im(c, factors + 16),
        re(d, factors + 32),
        im(d, factors + 32),
        re(e, factors + 48),
        im(e, factors + 48),
        y,
        y + far,
        y + 2 * far,
        back + far,
        back, quarter,
        root,
        sine,
        sine2,
        true,
      );
    }
    x += 4 * near;
    mirrored -= near;
  }
}
