import { expect, test } from 'vitest';
import { melWeights } from './mel-weights.ts';

const bands = melWeights();

test('there are 64 bands, whose weights add up to 1', () => {
  expect(bands.length).toBe(64);
  const sums = bands.map(({ weights }) => weights.reduce((a, b) => a + b, 0));
  // Sums of some ten weights.
  expect(sums).toBeAllclose(new Array(64).fill(1), { rtol: 1e-14, atol: 0 });
});

test('bands are from 50 to 8,000 Hz', () => {
  // Bins of 31.25 Hz; the first triangle is from 50 to 109 Hz.
  expect(bands[0].first).toBe(2);
  const { first, weights } = bands[63];
  // At 8,000 Hz, bin 256, there is nothing left but a rounding error.
  expect(first + weights.findLastIndex((weight) => weight > 1e-12)).toBe(255);
});

test('every band has weights, none of them below 0, and ends where they do', () => {
  for (const { weights } of bands) {
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
    expect(Math.min(weights[0], weights[weights.length - 1])).toBeGreaterThan(0);
  }
});
