import { badArgument } from './checks.ts';

/** A vector norm: its order, `Infinity` for the maximum, or null for none. */
export type Norm = number | null;

/** numpy's smallest normal float32. librosa divides by no smaller number. */
export const TINY = 1.1754943508222875e-38;

/** Throws unless `norm` is null or an order above zero. */
export function checkNorm(caller: string, name: string, norm: unknown): void {
  if (norm !== null && !(typeof norm === 'number' && norm > 0)) {
    throw badArgument(caller, name, 'null or a number above 0', norm);
  }
}

/** The norm of `count` values from `start` on, `stride` apart. */
export function vectorNorm(
  values: Float32Array | Float64Array,
  norm: number,
  start: number,
  count: number,
  stride: number = 1,
): number {
  let sum = 0;
  for (let i = 0, at = start; i < count; i++, at += stride) {
    const magnitude = Math.abs(values[at]);
    if (norm === Number.POSITIVE_INFINITY) sum = Math.max(sum, magnitude);
    else sum += norm === 2 ? magnitude * magnitude : magnitude ** norm;
  }
  return norm === Number.POSITIVE_INFINITY ? sum : sum ** (1 / norm);
}
