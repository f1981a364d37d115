import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFilters, sparseFilters } from './sparse-filters.ts';
import { seeded } from './testing/signals.ts';

const size = fc.integer({ min: 1, max: 40 });

test('filters applied in runs are the product of the matrices', () => {
  fc.assert(
    fc.property(size, size, size, fc.integer(), (rows, bins, count, seed) => {
      const random = seeded(seed);
      const data = Float32Array.from({ length: rows * bins }, () =>
        random() < 0.7 ? 0 : random() - 0.5,
      );
      const frames = Float32Array.from({ length: count * bins }, random);
      const result = applyFilters(sparseFilters({ data, shape: [rows, bins] }), frames);
      expect(result.shape).toEqual([rows, count]);
      for (let row = 0; row < rows; row++) {
        for (let t = 0; t < count; t++) {
          let sum = 0;
          for (let k = 0; k < bins; k++) sum += data[row * bins + k] * frames[t * bins + k];
          // Sums in the same order, but for products with 0: equal once rounded to float32.
          expect(result.data[row * count + t]).toBeCloseTo(Math.fround(sum), 12);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('weights are left out below a fraction of the greatest of their bin', () => {
  const data = Float32Array.of(1, 1e-6, 1e-12, 1e-6, 1, 1e-6);
  const { runs } = sparseFilters({ data, shape: [2, 3] }, 1e-5);
  const found = runs.map(({ row, start, weights }) => [row, start, weights.length]);
  expect(found).toEqual([
    [0, 0, 1],
    [1, 1, 2],
  ]);
});
