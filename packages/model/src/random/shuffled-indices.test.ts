import { expect, it } from 'vitest';
import { shuffledIndices } from './shuffled-indices.ts';

it('gives the order that every run so far was made with', () => {
  expect([...shuffledIndices(10, 5)]).toEqual([7, 1, 0, 4, 3, 9, 8, 5, 6, 2]);
});

it('orders one or none', () => {
  expect([...shuffledIndices(1, 5), ...shuffledIndices(0, 5)]).toEqual([0]);
});

it('is a permutation that the seed determines', () => {
  const order = shuffledIndices(100, 5);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(shuffledIndices(100, 5)).toEqual(order);
  expect(shuffledIndices(100, 6)).not.toEqual(order);
});
