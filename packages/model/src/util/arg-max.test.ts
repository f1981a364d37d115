import { expect, it } from 'vitest';
import { argMax } from './arg-max.ts';

it('finds the greatest of a row', () => {
  const values = [3, 1, 2, 1, 3, 2, 1, 2, 3];
  expect([0, 1, 2].map((row) => argMax(values, row, 3))).toEqual([0, 1, 2]);
});

it('takes the first of several', () => {
  expect(argMax([1, 2, 2], 0, 3)).toBe(1);
});

it('takes negative numbers', () => {
  expect(argMax([-3, -1, -2], 0, 3)).toBe(1);
});
