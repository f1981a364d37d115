import { describe, expect, test } from 'vitest';
import { titleOf } from '../testing/case.ts';
import { casesOf, keptOf, librosas } from '../testing/pyin-case.ts';
import { signals } from '../testing/signals.ts';
import { polyFeatures } from './poly-features.ts';

const known = signals();
const sampleRate = 22050;

describe('librosa: poly_features', () => {
  for (const expected of casesOf('poly_features')) {
    test(titleOf(expected), () => {
      const { data, shape } = polyFeatures(known[expected.signal], expected.options as never);
      expect(shape[0]).toBe(expected.parts.length);
      expected.parts.forEach(({ max }, row) => {
        const ours = keptOf(data.subarray(row * shape[1], (row + 1) * shape[1]), expected, row);
        // Each power has a scale of its own; magnitudes are float32, with sums that cancel.
        const tolerance = { rtol: 1e-5, atol: 1e-6 * max };
        expect(ours).toBeAllclose(librosas(expected, row), tolerance);
      });
    });
  }
});

test('a line is found again', () => {
  const frequencies = [0, 2756.25, 5512.5, 8268.75, 11_025];
  const data = Float32Array.from(frequencies, (hz) => 3 + hz / 1000);
  const { data: line } = polyFeatures({ data, shape: [5, 1] }, { sampleRate });
  expect(line).toBeAllclose([1e-3, 3], { rtol: 1e-6, atol: 0 });
});

test.each<[string, object]>([
  ['polyFeatures: `order` must be a whole number in [0, 8], got 9', { order: 9 }],
  ['polyFeatures: `order` must be a whole number in [0, 8], got -1', { order: -1 }],
  ['polyFeatures: `order` must be below 3, the bins, got 3', { order: 3, nFft: 4 }],
  ['polyFeatures: `sampleRate` must be > 0', { sampleRate: 0 }],
])('%s', (text, options) => {
  expect(() => polyFeatures(known.short, { sampleRate, ...options })).toThrow(text);
});
