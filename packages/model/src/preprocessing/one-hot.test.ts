import { expect, it } from 'vitest';
import { oneHot } from './one-hot.ts';

it('marks the class of each row', () => {
  expect([...oneHot([2, 0], 3)]).toEqual([0, 0, 1, 1, 0, 0]);
});

it('marks nothing for no labels', () => {
  expect(oneHot([], 3)).toEqual(new Float32Array());
});

it('refuses an index that is no class', () => {
  expect(() => oneHot([-1], 3)).toThrow('`y[0]` must be a whole number in [0, 3), got -1');
});
