import { seeded } from '@ser/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { specAugment } from './spec-augment.ts';

const matrix = { data: new Float32Array(20 * 50).fill(1), shape: [20, 50] } as const;
const options = { frequencyWidth: 5, timeWidth: 8, fill: 0 };

test('the seed alone says where masks are', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const masked = specAugment(matrix, { random: seeded(seed), ...options });
      expect(specAugment(matrix, { random: seeded(seed), ...options })).toEqual(masked);
    }),
  );
});

test('masks cover whole rows and whole frames, as wide as allowed', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { data, shape } = specAugment(matrix, { random: seeded(seed), ...options });
      expect(shape).toEqual([20, 50]);
      const rows = Array.from({ length: 20 }, (_, r) => data.subarray(r * 50, r * 50 + 50));
      const hidden = rows.filter((row) => row.every((value) => value === 0));
      expect(hidden.length).toBeLessThanOrEqual(10);
      const open = rows.find((row) => row.some((value) => value === 1)) ?? new Float32Array(0);
      expect(open.filter((value) => value === 0).length).toBeLessThanOrEqual(16);
      for (const row of rows) expect(hidden.includes(row) || row.join() === open.join()).toBe(true);
    }),
  );
});

test('the matrix that came is not changed', () => {
  specAugment(matrix, { random: seeded(), ...options });
  expect(matrix.data.every((value) => value === 1)).toBe(true);
});

test('masks are filled with the mean', () => {
  const few = { data: Float32Array.of(1, 2, 3, 6), shape: [2, 2] } as const;
  const masked = specAugment(few, { random: () => 0.999, timeMasks: 0, frequencyMasks: 1 });
  expect([...masked.data]).toEqual([3, 3, 3, 3]);
});

test('no mask is a copy', () => {
  const few = { data: Float32Array.of(1, 2, 3, 6), shape: [2, 2] } as const;
  expect(specAugment(few, { random: () => 0, frequencyMasks: 0, timeMasks: 0 })).toEqual(few);
});
