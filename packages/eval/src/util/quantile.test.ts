import { expect, it } from 'vitest';
import { quantile } from './quantile.ts';

// numpy: np.quantile([1, 2, 4, 8], q)
it.each([
  [0, 1],
  [0.25, 1.75],
  [0.5, 3],
  [0.9, 6.8],
  [1, 8],
])('of %d is %d', (q, expected) => {
  // The interpolation rounds a few times in float64.
  expect(quantile([1, 2, 4, 8], q)).toBeAllclose(expected, { rtol: 1e-15, atol: 0 });
});
