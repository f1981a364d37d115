// Stages of Stockham's transform. Before a stage transforms of length q are done, element k of
// transform j is at place k·(n/q) + j, and radix many of them become one. Lanes are neighbours of j,
// or frames beside each other.

import {
  butterfly2,
  butterfly3,
  butterfly4,
  butterfly5,
  HALF,
  imaginaryProduct,
  QUARTER,
  realProduct,
  ROOT_5,
  SIN_10,
  SIN_3,
  SIN_5,
} from './butterflies';
import { high, low } from './lanes';

/** Bytes of a complex number's factors, and of a complex vector. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const COMPLEX: usize = 16;
// @ts-ignore: a decorator of AssemblyScript
@inline
const VECTOR: usize = 32;

/** Bytes of a plan's radices and constants. After them come the factors. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const RADICES: usize = 256;

/** The widest radix that has a stage of its own. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export const WIDEST: i32 = 5;

/** A real part times a factor in memory. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function re(at: usize, factor: usize): v128 {
  return realProduct(
    v128.load(at),
    v128.load(at, 16),
    v128.load64_splat(factor),
    v128.load64_splat(factor, 8),
  );
}

// @ts-ignore: a decorator of AssemblyScript
@inline
export function im(at: usize, factor: usize): v128 {
  return imaginaryProduct(
    v128.load(at),
    v128.load(at, 16),
    v128.load64_splat(factor),
    v128.load64_splat(factor, 8),
  );
}

/**
 * A stage that is not the first.
 *
 * @param near Bytes of the numbers of one k of one of the transforms that are joined.
 * @param far Bytes from one result to the next.
 * @param plan Where the constants of the butterflies are.
 * @param half Whether the numbers are of real signals, and `radix` and `q` odd. What is of real
 *   numbers is the conjugate of its mirror image, so half of the k are enough, and are read and
 *   written.
 * @returns Where the next stage's factors begin.
 */
export function stage(
  radix: i32,
  q: i32,
  near: usize,
  far: usize,
  x: usize,
  y: usize,
  factors: usize,
  plan: usize,
  half: bool,
): usize {
  const each = <usize>(radix - 1) * COMPLEX;
  const end = factors + <usize>q * each;
  const last = half ? factors + <usize>((q + 1) >> 1) * each : end;
  if (radix === 4) stage4(near, far, x, y, factors, end);
  else if (radix === 5) stage5(near, far, x, y, factors, last, plan, half);
  else if (radix === 3) stage3(near, far, x, y, factors, last, plan, half);
  else stage2(near, far, x, y, factors, end);
  return end;
}

function stage2(near: usize, far: usize, x: usize, y: usize, factors: usize, last: usize): void {
  for (; factors < last; factors += COMPLEX) {
    for (let end = x + near; x < end; x += VECTOR, y += VECTOR) {
      const b = x + near;
      butterfly2(v128.load(x), v128.load(x, 16), re(b, factors), im(b, factors), y, far);
    }
    x += near;
  }
}

function stage3(
  near: usize,
  far: usize,
  x: usize,
  y: usize,
  factors: usize,
  last: usize,
  plan: usize,
  half: bool,
): void {
  const middle = v128.load64_splat(plan, HALF);
  const sine = v128.load64_splat(plan, SIN_3);
  const sign = signOf(half);
  // Of half of the k, the last result is one before the second.
  let back = half ? y + far : y + 2 * far;
  const rewind = half ? 2 * near : 0;
  for (; factors < last; factors += 2 * COMPLEX, back -= rewind) {
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
        back,
        middle,
        sine,
        sign,
      );
    }
    x += 2 * near;
  }
}

function stage4(near: usize, far: usize, x: usize, y: usize, factors: usize, last: usize): void {
  for (; factors < last; factors += 3 * COMPLEX) {
    for (let end = x + near; x < end; x += VECTOR, y += VECTOR) {
      const b = x + near;
      const c = b + near;
      const d = c + near;
      butterfly4(
        v128.load(x),
        v128.load(x, 16),
        re(b, factors),
        im(b, factors),
        re(c, factors + 16),
        im(c, factors + 16),
        re(d, factors + 32),
        im(d, factors + 32),
        y,
        far,
      );
    }
    x += 3 * near;
  }
}

function stage5(
  near: usize,
  far: usize,
  x: usize,
  y: usize,
  factors: usize,
  last: usize,
  plan: usize,
  half: bool,
): void {
  const quarter = v128.load64_splat(plan, QUARTER);
  const root = v128.load64_splat(plan, ROOT_5);
  const sine = v128.load64_splat(plan, SIN_5);
  const sine2 = v128.load64_splat(plan, SIN_10);
  const sign = signOf(half);
  // Of half of the k, the last results are before the second and the third.
  let back = half ? y + far : y + 4 * far;
  const step = half ? far : 0 - far;
  const rewind = half ? 2 * near : 0;
  for (; factors < last; factors += 4 * COMPLEX, back -= rewind) {
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
        back + step,
        back,
        quarter,
        root,
        sine,
        sine2,
        sign,
      );
    }
    x += 4 * near;
  }
}

/** What turns the sign of results that are those of others' conjugates. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function signOf(half: bool): v128 {
  return f64x2.splat(half ? -0.0 : 0);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function reals(at: usize): v128 {
  return low(v128.load(at), v128.load(at, 16));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function imaginaries(at: usize): v128 {
  return high(v128.load(at), v128.load(at, 16));
}

/**
 * The first stage, of interleaved numbers: of each two of them next to each other one becomes the
 * first lane, the other the second. Between those that it joins are `near` bytes.
 */
export function firstStage(radix: i32, near: usize, x: usize, y: usize, plan: usize): void {
  const end = x + near;
  if (radix === 4) {
    for (; x < end; x += VECTOR, y += VECTOR) {
      const b = x + near;
      const c = b + near;
      const d = c + near;
      butterfly4(
        reals(x),
        imaginaries(x),
        reals(b),
        imaginaries(b),
        reals(c),
        imaginaries(c),
        reals(d),
        imaginaries(d),
        y,
        near,
      );
    }
  } else if (radix === 5) {
    const quarter = v128.load64_splat(plan, QUARTER);
    const root = v128.load64_splat(plan, ROOT_5);
    const sine = v128.load64_splat(plan, SIN_5);
    const sine2 = v128.load64_splat(plan, SIN_10);
    for (; x < end; x += VECTOR, y += VECTOR) {
      const b = x + near;
      const c = b + near;
      const d = c + near;
      const e = d + near;
      butterfly5(
        reals(x),
        imaginaries(x),
        reals(b),
        imaginaries(b),
        reals(c),
        imaginaries(c),
        reals(d),
        imaginaries(d),
        reals(e),
        imaginaries(e),
        y,
        y + near,
        y + 2 * near,
        y + 3 * near,
        y + 4 * near,
        quarter,
        root,
        sine,
        sine2,
        signOf(false),
      );
    }
  } else if (radix === 3) {
    const half = v128.load64_splat(plan, HALF);
    const sine = v128.load64_splat(plan, SIN_3);
    for (; x < end; x += VECTOR, y += VECTOR) {
      const b = x + near;
      const c = b + near;
      butterfly3(
        reals(x),
        imaginaries(x),
        reals(b),
        imaginaries(b),
        reals(c),
        imaginaries(c),
        y,
        y + near,
        y + 2 * near,
        half,
        sine,
        signOf(false),
      );
    }
  } else {
    for (; x < end; x += VECTOR, y += VECTOR) {
      const b = x + near;
      butterfly2(
        reals(x),
        imaginaries(x),
        reals(b),
        imaginaries(b),
        y,
        near,
      );
    }
  }
}
