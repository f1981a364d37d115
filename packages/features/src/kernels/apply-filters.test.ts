import { seeded } from '@ser/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFilters } from './apply-filters.ts';
import { filterFrame } from './filter-frame.ts';
import { sparseFilters } from './sparse-filters.ts';

const size = fc.integer({ min: 1, max: 40 });

/** Row after row, the dot products of `[rows, bins]` with frames `[count, bins]`. */
function product(
  data: Float32Array,
  frames: Float32Array,
  { rows, bins, count }: { rows: number; bins: number; count: number },
): number[] {
  return Array.from({ length: rows * count }, (_, i) => {
    const row = Math.floor(i / count) * bins;
    const frame = (i % count) * bins;
    let sum = 0;
    for (let k = 0; k < bins; k++) sum += data[row + k] * frames[frame + k];
    return sum;
  });
}

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
        const inputs = squared ? frames.map((value) => value * value) : frames;
        const expected = product(data, inputs, { rows, bins, count });
        // Sums in another order: equal but for the rounding to float32.
        expect(result.data).toBeAllclose(expected, { rtol: 0, atol: 5e-7 });
      },
    ),
    { numRuns: 60 },
  );
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
