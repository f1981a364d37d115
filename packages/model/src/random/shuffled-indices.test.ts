import { expect, it } from 'vitest';
import { shuffledIndices } from './shuffled-indices.ts';

it('is a permutation that the seed determines', () => {
  const order = shuffledIndices(100, 5);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(shuffledIndices(100, 5)).toEqual(order);
  expect(shuffledIndices(100, 6)).not.toEqual(order);
});
