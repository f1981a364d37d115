import fc from 'fast-check';
import { expect, test } from 'vitest';
import { innerLength, pairRadices, radices } from './radices.ts';

test('radices are fives, threes, a two where the twos are odd, and fours', () => {
  expect([1, 2, 8, 60, 200, 1800].map((n) => radices(n))).toEqual([
    [],
    [2],
    [2, 4],
    [5, 3, 4],
    [5, 5, 2, 4],
    [5, 5, 3, 3, 2, 4],
  ]);
  expect([7, 22, 1103].map((n) => radices(n))).toEqual([undefined, undefined, undefined]);
  expect([441, 1364, 1103].map(pairRadices)).toEqual([[3, 3, 7, 7], [11, 31, 4], undefined]);
});

test('a chirp is convolved at a length that holds it, with kernels for all its stages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (least) => {
      const length = innerLength(least);
      expect(length).toBeGreaterThanOrEqual(least);
      expect(length % 4).toBe(0);
      expect(radices(length)?.at(-1)).toBe(4);
    }),
    { numRuns: 100 },
  );
});
