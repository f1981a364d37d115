import { TINY } from '../../util/vector-norm.ts';

/** The options of a soft mask. */
export interface SoftMaskOptions {
  /** The exponent; `Infinity` for a mask of 0 and 1. */
  readonly power: number;
  /** How many times the reference counts. */
  readonly margin: number;
  /** Whether a cell in which there is nothing is 0.5, and not 0. */
  readonly splitZeros: boolean;
}

/**
 * `value^power / (value^power + (margin · reference)^power)` in each cell; librosa's
 * `util.softmask`. A hard mask is 1 where the value is greater, and a tie is none.
 */
export function softMask(
  values: Float32Array,
  references: Float32Array,
  { power, margin, splitZeros }: SoftMaskOptions,
): Float32Array {
  const mask = new Float32Array(values.length);
  const nothing = splitZeros ? 0.5 : 0;
  for (let i = 0; i < mask.length; i++) {
    const value = values[i];
    const reference = Math.fround(margin * references[i]);
    const larger = Math.max(value, reference);
    if (power === Number.POSITIVE_INFINITY) {
      mask[i] = value > reference ? 1 : 0;
    } else if (larger < TINY) {
      mask[i] = nothing;
    } else {
      // The larger is 1, so that no power overflows.
      const a = value === larger ? 1 : raised(value / larger, power);
      const b = reference === larger ? 1 : raised(reference / larger, power);
      mask[i] = a / (a + b);
    }
  }
  return mask;
}

const raised = (ratio: number, power: number): number =>
  power === 2 ? ratio * ratio : ratio ** power;
