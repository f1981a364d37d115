import { expect, test } from 'vitest';
import { sparseFilters } from './sparse-filters.ts';

test('weights are left out below a fraction of the greatest of their bin', () => {
  const data = Float32Array.of(1, 1e-6, 1e-12, 1e-6, 1, 1e-6);
  const { runs, weights } = sparseFilters({ data, shape: [2, 3] }, 1e-5);
  expect([...runs]).toEqual([0, 0, 1, 1, 1, 2]);
  expect([...weights]).toEqual([1, 1, 1e-6].map(Math.fround));
});
