import { expect, test } from 'vitest';
import { interpolateSinc } from './sinc.ts';

const tone = Float64Array.from({ length: 400 }, (_, i) => Math.cos(0.3 * i));

test('a tone is read between its samples', () => {
  for (const at of [150, 170.25, 199.5, 230.999_999_999]) {
    expect(interpolateSinc(tone, at, 70)).toBeCloseTo(Math.cos(0.3 * at), 4);
  }
});

test('near an end fewer samples are read: a cubic, a line, and the end itself', () => {
  const values = Float64Array.of(1, 3, 2, 5, 4, 1);
  expect(interpolateSinc(values, 0.25, 70)).toBe(1.5);
  // A cubic Hermite spline with slopes of 0.5 and 1.
  expect(interpolateSinc(values, 1.5, 70)).toBeCloseTo(2.5 + (0.5 - 1) / 8, 12);
  expect(interpolateSinc(values, -0.5, 70)).toBe(1);
  expect(interpolateSinc(values, 5.5, 70)).toBe(1);
  expect(interpolateSinc(values, 5, 70)).toBe(1);
});

test('a place next to a sample has the value of that sample', () => {
  const values = Float64Array.from({ length: 101 }, (_, i) => Math.sin(i * i));
  for (const offset of [1e-13, -1e-13]) {
    expect(interpolateSinc(values, 50 + offset, 40)).toBeCloseTo(values[50], 11);
  }
});
