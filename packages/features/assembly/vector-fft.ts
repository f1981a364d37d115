// The complex transform of lengths whose factors are not too wide, by Stockham's stages, of two
// signals beside each other.

import { anyStage } from './any-stage';
import { firstStage, RADICES, stage, WIDEST } from './stages';

/**
 * @param input `n` numbers of each signal in turn; not changed where it is not `y`.
 * @param x Room for `n` complex vectors.
 * @param y Room for as many; may be `input`.
 * @param plan Radices and factors, as src/kernels/fft/kernel-plan.ts writes them.
 * @param half Whether the numbers are of real signals, and `n` odd. Then only bins 0 … (n - 1) / 2
 *   are there.
 * @returns `x` or `y`: where the result is, complex vectors.
 */
export function vectorFft(
  n: i32,
  input: usize,
  x: usize,
  y: usize,
  plan: usize,
  half: bool,
): usize {
  let factors = plan + RADICES;
  const bytes = <usize>n << 5;
  let radix = <i32>load<f64>(plan);
  const constants = plan;
  if (radix > WIDEST) {
    anyStage(radix, 1, bytes / <usize>radix, input, x, factors, constants, false);
    factors += <usize>radix << 4;
  } else {
    firstStage(radix, bytes / <usize>radix, input, x, constants);
  }
  for (let q = radix; q < n; q *= radix) {
    plan += 8;
    radix = <i32>load<f64>(plan);
    const near = bytes / <usize>(q * radix);
    if (radix > WIDEST) {
      anyStage(radix, q, near, x, y, factors, constants, half);
      factors += <usize>(radix + q * (radix - 1)) << 4;
    } else {
      factors = stage(radix, q, near, bytes / <usize>radix, x, y, factors, constants, half);
    }
    const swap = x;
    x = y;
    y = swap;
  }
  return x;
}
