import { expect, it } from 'vitest';
import { atTemperature } from './at-temperature.ts';

// Doubles.
const ROUNDING = { rtol: 1e-14, atol: 0 };

it('leaves scores at 1 as they are', () => {
  expect(atTemperature([0.7, 0.2, 0.1], 1)).toBeAllclose([0.7, 0.2, 0.1], ROUNDING);
});

it('takes the square of the odds at a half, and their root at 2', () => {
  expect(atTemperature([0.8, 0.2], 0.5)).toBeAllclose([16 / 17, 1 / 17], ROUNDING);
  expect(atTemperature([0.8, 0.2], 2)).toBeAllclose([2 / 3, 1 / 3], ROUNDING);
});

it('leaves a score of 0 at 0', () => {
  expect(atTemperature([1, 0], 3)).toEqual([1, 0]);
});
