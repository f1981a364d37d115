import { expect, it } from 'vitest';
import { randomOf } from './random-of.ts';

const numbers = (seed: number): number[] => {
  const random = randomOf(seed);
  return Array.from({ length: 1000 }, random);
};

it('draws the same numbers for a seed at every start, and others for another', () => {
  expect(numbers(0)).toEqual(numbers(0));
  expect(numbers(1)).not.toEqual(numbers(0));
});

it('draws from [0, 1), evenly', () => {
  const drawn = numbers(3);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  // Five standard errors of the mean of a thousand even numbers.
  expect([mean]).toBeAllclose([0.5], { rtol: 0, atol: 5 / Math.sqrt(12 * 1000) });
});
