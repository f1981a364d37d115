import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../testing/signals.ts';
import { applyFilters } from './apply-filters.ts';
import { filterFrame } from './filter-frame.ts';
import { sparseFilters } from './sparse-filters.ts';

const size = fc.integer({ min: 1, max: 40 });

test('filters applied in runs are the product of the matrices', () => {
  fc.assert(
    fc.property(
      size,
      size,
      size,
      fc.integer(),
      fc.boolean(),
      (rows, bins, count, seed, squared) => {
        const random = seeded(seed);
        const data = Float32Array.from({ length: rows * bins }, () =>
          random() < 0.7 ? 0 : random() - 0.5,
        );
        const frames = Float32Array.from({ length: count * bins }, random);
        const filters = sparseFilters({ data, shape: [rows, bins] });
        const result = applyFilters(filters, frames, { squared });
        expect(result.shape).toEqual([rows, count]);
        for (let row = 0; row < rows; row++) {
          for (let t = 0; t < count; t++) {
            let sum = 0;
            for (let k = 0; k < bins; k++) {
              const value = frames[t * bins + k];
              sum += data[row * bins + k] * (squared ? Math.fround(value * value) : value);
            }
            // Sums in another order: equal but for the rounding to float32.
            expect(result.data[row * count + t]).toBeCloseTo(sum, 6);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('weights are left out below a fraction of the greatest of their bin', () => {
  const data = Float32Array.of(1, 1e-6, 1e-12, 1e-6, 1, 1e-6);
  const { runs, weights } = sparseFilters({ data, shape: [2, 3] }, 1e-5);
  expect([...runs]).toEqual([0, 0, 1, 1, 1, 2]);
  expect([...weights]).toEqual([1, 1, 1e-6].map(Math.fround));
});

test('a frame has the same bits alone and among others, on WebAssembly or not', () => {
  const random = seeded(3);
  const [rows, bins, count] = [12, 1025, 11];
  const data = Float32Array.from({ length: rows * bins }, () => (random() < 0.3 ? 0 : random()));
  const filters = sparseFilters({ data, shape: [rows, bins] });
  const frames = Float32Array.from({ length: count * bins }, random);
  const all = applyFilters(filters, frames);
  const values = new Float32Array(rows);
  for (let t = 0; t < count; t++) {
    const frame = frames.subarray(t * bins, (t + 1) * bins);
    filterFrame(filters, frame, new Float64Array(rows), values);
    expect([...values]).toEqual(Array.from(values, (_, row) => all.data[row * count + t]));
  }
});
