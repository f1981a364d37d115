import { expect, test } from 'vitest';
import { nearestMaximum } from './nearest-maximum.ts';

const values = Float64Array.of(0, 2, 0, 0, 0, 1, 0);

test('of two that are equally near, the upper or the lower', () => {
  expect(nearestMaximum(values, 3, 4, 'upper')).toBe(5);
  expect(nearestMaximum(values, 3, 4, 'lower')).toBe(1);
});

test('the nearer one, however small', () => {
  expect(nearestMaximum(values, 4, 4, 'lower')).toBe(5);
});

test('the place itself', () => {
  expect(nearestMaximum(values, 1, 0, 'upper')).toBe(1);
});

test('none beyond the reach', () => {
  expect(nearestMaximum(values, 3, 1, 'upper')).toBe(-1);
});
