import { expect, it } from 'vitest';
import { formatFixed } from './format-fixed.ts';

// Python: [format(x, f'.{d}f') for x, d in …]
it.each([
  [0.125, 2, '0.12'],
  [0.375, 2, '0.38'],
  [0.625, 2, '0.62'],
  [0.5, 0, '0'],
  [1.5, 0, '2'],
  [0.15, 1, '0.1'],
  [0.25, 1, '0.2'],
  [0.35, 1, '0.3'],
  [1, 2, '1.00'],
  // Close to a tie is none.
  [0.12500000000001, 2, '0.13'],
  [0.37499999999999, 2, '0.37'],
  [2.5, 0, '2'],
  [3.5, 0, '4'],
  [9.995, 2, '9.99'],
  [99.5, 0, '100'],
  [0.125, 3, '0.125'],
  [Number.NaN, 2, 'nan'],
])('formatFixed(%f, %i) is %s', (value, digits, expected) => {
  expect(formatFixed(value, digits)).toBe(expected);
});
