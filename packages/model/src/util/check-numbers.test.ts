import { describe, expect, it } from 'vitest';
import {
  checkFractionOrZero,
  checkInteger,
  checkNonNegative,
  checkPositive,
} from './check-numbers.ts';

const INFINITE = Number.POSITIVE_INFINITY;

describe.each([
  [
    'checkInteger of at least 2',
    (value: number) => checkInteger('f', 'x', value, 2),
    [2, 3, 2 ** 40],
    [1, 0, -2, 2.5, Number.NaN, INFINITE, '2'],
    'a whole number ≥ 2',
  ],
  [
    'checkFractionOrZero',
    (value: number) => checkFractionOrZero('f', 'x', value),
    [0, 0.5, 1 - Number.EPSILON],
    [1, -Number.EPSILON, Number.NaN],
    'in [0, 1)',
  ],
  [
    'checkNonNegative',
    (value: number) => checkNonNegative('f', 'x', value),
    [0, 1e300],
    [-Number.EPSILON, INFINITE, Number.NaN],
    '≥ 0 and finite',
  ],
  [
    'checkPositive',
    (value: number) => checkPositive('f', 'x', value),
    [Number.MIN_VALUE, 1e300],
    [0, -1, INFINITE, Number.NaN],
    '> 0 and finite',
  ],
])('%s', (_, check, good, bad, what) => {
  it.each(good)('takes %d', (value) => {
    expect(() => check(value)).not.toThrow();
  });

  it.each(bad as number[])('refuses %s', (value) => {
    expect(() => check(value)).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: `f: \`x\` must be ${what}, got ${value}`,
      }),
    );
  });
});
