import { expect } from 'vitest';
import { findDifference, type Numbers, type Tolerance } from './find-difference.ts';

declare module 'vitest' {
  // The type parameters must be those of vitest's own declaration.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /**
     * Whether numbers, typed arrays or nested arrays are as `numpy.allclose` has it: within
     * `atol + rtol * |expected|`. Unlike there, NaN equals NaN.
     */
    toBeAllclose(expected: Numbers, tolerance?: Tolerance): R;
  }
}

expect.extend({
  toBeAllclose(actual: Numbers, expected: Numbers, tolerance?: Tolerance) {
    const difference = findDifference(actual, expected, tolerance);
    return {
      pass: difference === undefined,
      message: () => difference ?? 'the numbers are all close, and were not to be',
    };
  },
});
