import { expect, test } from 'vitest';
import { findDifference } from './find-difference.ts';

test('numbers within the tolerance have no difference', () => {
  expect(findDifference([1, 2], Float32Array.of(1, 2 + 1e-6))).toBeUndefined();
});

test('the worst of several is named', () => {
  const text = findDifference(
    [
      [1, 2.1],
      [3, 5],
    ],
    [
      [1, 2],
      [3, 4],
    ],
    { rtol: 0, atol: 0.01 },
  );
  expect(text).toBe('5 at [1][1] is not within 0.01 of 4');
});

test('the relative tolerance is of the expected number', () => {
  expect(findDifference(1.1, 1, { rtol: 0.095, atol: 0 })).toBeDefined();
  expect(findDifference(1, 1.1, { rtol: 0.095, atol: 0 })).toBeUndefined();
});

test.each([
  [Number.NaN, Number.NaN, true],
  [Number.NaN, 1, false],
  [1, Number.NaN, false],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, true],
  [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false],
  [1, Number.POSITIVE_INFINITY, false],
  [-0, 0, true],
])('%d beside %d is close: %s', (actual, expected, close) => {
  expect(findDifference(actual, expected) === undefined).toBe(close);
});

test('other lengths and other depths are differences', () => {
  expect(findDifference([1], [1, 2])).toBe('the array must have 2 entries, got 1');
  expect(findDifference([1], [[1]])).toBe('[0] must be an array, got 1');
  expect(findDifference([[1]], [1])).toBe('[0] must be a number, got an array');
});

test('the matcher passes and fails as the comparison does', () => {
  expect([1, 2]).toBeAllclose(Float32Array.of(1, 2));
  expect([1, 2]).not.toBeAllclose([1, 3]);
  expect(() => expect([1, 2]).toBeAllclose([1, 3])).toThrow('2 at [1] is not within');
});
