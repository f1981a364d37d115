import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shift, specAugment } from '../index.ts';
import { seeded } from '../testing/signals.ts';

test('a shift that wraps keeps every sample', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer(), (length, seed) => {
      const samples = Float32Array.from({ length }, (_, i) => i + 1);
      const random = seeded(seed);
      const wrapped = shift(samples, { random, maxFraction: 1, mode: 'wrap' });
      expect(wrapped.toSorted()).toEqual(samples);
      const by = wrapped.indexOf(1);
      expect(wrapped[(by + length - 1) % length]).toBe(length);
    }),
  );
});

test('a shift that does not wrap lets zeros in, by at most the fraction', () => {
  const samples = new Float32Array(1000).fill(1);
  const shifted = shift(samples, { random: () => 0.999, maxFraction: 0.2 });
  expect(shifted.indexOf(1)).toBe(200);
  expect(shift(samples, { random: () => 0, maxFraction: 0.2 }).lastIndexOf(1)).toBe(799);
  expect(() => shift(samples, { random: () => 0, maxFraction: 2 })).toThrow('`maxFraction`');
});

test('masks cover whole rows and whole frames, as wide as allowed, from the seed alone', () => {
  const matrix = { data: new Float32Array(20 * 50).fill(1), shape: [20, 50] } as const;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const options = { frequencyWidth: 5, timeWidth: 8, fill: 0 };
      const { data, shape } = specAugment(matrix, { random: seeded(seed), ...options });
      expect(specAugment(matrix, { random: seeded(seed), ...options }).data).toEqual(data);
      expect(shape).toEqual([20, 50]);
      const rows = Array.from({ length: 20 }, (_, r) => data.subarray(r * 50, r * 50 + 50));
      const hidden = rows.filter((row) => row.every((value) => value === 0));
      expect(hidden.length).toBeLessThanOrEqual(10);
      const open = rows.find((row) => row.some((value) => value === 1)) ?? new Float32Array(0);
      expect(open.filter((value) => value === 0).length).toBeLessThanOrEqual(16);
      for (const row of rows) expect(hidden.includes(row) || row.join() === open.join()).toBe(true);
    }),
  );
  expect(matrix.data.every((value) => value === 1)).toBe(true);
});

test('masks are filled with the mean, and no mask is a copy', () => {
  const matrix = { data: Float32Array.of(1, 2, 3, 6), shape: [2, 2] } as const;
  const masked = specAugment(matrix, { random: () => 0.999, timeMasks: 0, frequencyMasks: 1 });
  expect([...masked.data]).toEqual([3, 3, 3, 3]);
  expect(specAugment(matrix, { random: () => 0, frequencyMasks: 0, timeMasks: 0 })).toEqual(matrix);
});
