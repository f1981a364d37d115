import { expect, test } from 'vitest';
import { momentsOf } from './moments.ts';

test('the deviation is that of the population, over the mean', () => {
  expect(momentsOf(Float32Array.of(1, 3))).toEqual({ amean: 2, stddevNorm: 0.5 });
  expect(momentsOf(Float32Array.of(-1, -3))).toEqual({ amean: -2, stddevNorm: -0.5 });
});

test('of nothing both are 0, and of a mean of 0 the deviation', () => {
  expect(momentsOf(new Float32Array(0))).toEqual({ amean: 0, stddevNorm: 0 });
  expect(momentsOf(Float32Array.of(-1, 1))).toEqual({ amean: 0, stddevNorm: 0 });
});
