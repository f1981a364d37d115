import { seeded } from '@ser/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mel } from '../../filters/mel.ts';
import type { Matrix } from '../../util/matrix.ts';
import { nonNegativeBins } from './non-negative-bins.ts';

/** The bands of bins, less the levels. */
function errors(filters: Matrix, values: Float32Array, levels: Float32Array): number[] {
  const [, bins] = filters.shape;
  return Array.from(levels, (level, m) =>
    values.reduce((sum, value, k) => sum + value * filters.data[m * bins + k], -level),
  );
}

const banks = fc.record({
  nMels: fc.integer({ min: 1, max: 60 }),
  // Of 64 samples most bands of 60 have no bin, or share one.
  nFft: fc.constantFrom(64, 101, 512),
  norm: fc.constantFrom('slaney' as const, null, 2),
});

test('no other values of bins have bands that are nearer', () => {
  fc.assert(
    fc.property(banks, fc.integer({ min: 1, max: 1e6 }), ({ nMels, nFft, norm }, seed) => {
      const filters = mel({ sampleRate: 16000, nFft, nMels, norm });
      const random = seeded(seed);
      // A third of the bands are silent, which their neighbours' bins may not be.
      const levels = Float32Array.from({ length: nMels }, () =>
        random() < 0.3 ? 0 : 10 ** (6 * random() - 3),
      );
      const { data } = nonNegativeBins(filters, { data: levels, shape: [nMels, 1] });
      const error = errors(filters, data, levels);
      const [, bins] = filters.shape;
      const greatest = Math.max(...levels) * Math.max(...filters.data);
      const squares = Array.from({ length: nMels }, (_, m) =>
        filters.data.subarray(m * bins, (m + 1) * bins).reduce((sum, w) => sum + w * w, 0),
      );
      const damping = 1e-7 * Math.max(...squares);
      // The conditions of Karush, Kuhn and Tucker, to what float32 leaves.
      for (let k = 0; k < bins; k++) {
        const steep = error.map((each, m) => each * filters.data[m * bins + k]);
        const slope = steep.reduce((a, b) => a + b) + damping * data[k];
        expect(data[k]).toBeGreaterThanOrEqual(0);
        expect(slope).toBeGreaterThanOrEqual(-1e-6 * greatest);
        if (data[k] > 0) expect(slope).toBeLessThanOrEqual(1e-6 * greatest);
      }
    }),
    { numRuns: 60 },
  );
});

test('of all values that have the bands it takes the smallest', () => {
  // One band over two bins: 2 x + y = 5 is nearest to 0 at [2, 1].
  const filters: Matrix = { data: Float32Array.of(2, 1), shape: [1, 2] };
  const levels: Matrix = { data: Float32Array.of(5, 0, 10), shape: [1, 3] };
  const { data, shape } = nonNegativeBins(filters, levels);
  expect(shape).toEqual([2, 3]);
  expect(data).toBeAllclose([2, 0, 4, 1, 0, 2], { rtol: 1e-6, atol: 0 });
});

test('what the pseudo-inverse makes negative is made up for', () => {
  // Without a bound the bins would be [2, -1].
  const filters: Matrix = { data: Float32Array.of(1, 1, 0, 1), shape: [2, 2] };
  const levels: Matrix = { data: Float32Array.of(3, 0), shape: [2, 1] };
  expect(nonNegativeBins(filters, levels).data).toBeAllclose([3, 0], { rtol: 1e-6, atol: 1e-6 });
});

test('bands without a bin count for nothing', () => {
  const filters: Matrix = { data: Float32Array.of(0, 0, 1, 1), shape: [2, 2] };
  const levels: Matrix = { data: Float32Array.of(7, 4), shape: [2, 1] };
  expect(nonNegativeBins(filters, levels).data).toBeAllclose([2, 2], { rtol: 1e-6, atol: 0 });
  const none: Matrix = { data: new Float32Array(2), shape: [1, 2] };
  expect([...nonNegativeBins(none, { data: Float32Array.of(3), shape: [1, 1] }).data]).toEqual([
    0, 0,
  ]);
});

test('values grow with the levels, however small or great those are', () => {
  const filters = mel({ sampleRate: 16000, nFft: 256, nMels: 20 });
  const random = seeded();
  const data = Float32Array.from({ length: 20 }, random);
  const one = nonNegativeBins(filters, { data, shape: [20, 1] });
  for (const scale of [2 ** -60, 2 ** 60]) {
    const scaled = nonNegativeBins(filters, { data: data.map((x) => scale * x), shape: [20, 1] });
    expect([...scaled.data]).toEqual([...one.data.map((x) => scale * x)]);
  }
});
