import { expect, it } from 'vitest';
import { levelOf, peakOf } from './loudness.ts';

const piece = (...values: number[]) => ({ samples: Float32Array.from(values), sampleRate: 2 });

it('knows the highest sample, whatever its sign', () => {
  expect(peakOf(piece(0.25, -0.5, 0.125))).toBe(0.5);
  expect(peakOf(piece())).toBe(0);
});

it.each([
  [1, 1],
  [0.1, 2 / 3],
  [0.001, 0],
  [0, 0],
  [2, 1],
])('shows a peak of %f as %f', (peak, level) => {
  expect(levelOf(peak)).toBeAllclose(level, { rtol: 0, atol: 1e-12 });
});
