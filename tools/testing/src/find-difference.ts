/** Numbers, or arrays of them to any depth. */
export type Numbers = number | ArrayLike<number> | ArrayLike<Numbers>;

/** How far two numbers may differ: by `atol + rtol * |expected|`, as `numpy.allclose` has it. */
export interface Tolerance {
  /** Relative to the expected number. Default 1e-5. */
  rtol?: number;
  /** Absolute. Default 1e-8. */
  atol?: number;
}

/**
 * Compares number by number. NaN equals NaN, and an infinity equals itself.
 *
 * @returns What differs most, in words; undefined where all are close.
 */
export function findDifference(
  actual: Numbers,
  expected: Numbers,
  { rtol = 1e-5, atol = 1e-8 }: Tolerance = {},
): string | undefined {
  let worst = { excess: 0, text: undefined as string | undefined };
  const walk = (a: Numbers, e: Numbers, path: string): string | undefined => {
    if (typeof e === 'number') {
      if (typeof a !== 'number') return `${path || 'the value'} must be a number, got an array`;
      if (Object.is(a, e) || a === e) return undefined;
      const difference = Math.abs(a - e);
      const allowed = atol + rtol * Math.abs(e);
      if (difference <= allowed && Number.isFinite(difference)) return undefined;
      const excess = Number.isFinite(difference) ? difference - allowed : Number.POSITIVE_INFINITY;
      if (excess > worst.excess) {
        const at = path ? ` at ${path}` : '';
        worst = { excess, text: `${a}${at} is not within ${allowed} of ${e}` };
      }
      return undefined;
    }
    if (typeof a === 'number') return `${path || 'the value'} must be an array, got ${a}`;
    if (a.length !== e.length) {
      return `${path || 'the array'} must have ${e.length} entries, got ${a.length}`;
    }
    for (let i = 0; i < e.length; i++) {
      const shape = walk(a[i], e[i], `${path}[${i}]`);
      if (shape) return shape;
    }
    return undefined;
  };
  return walk(actual, expected, '') ?? worst.text;
}
