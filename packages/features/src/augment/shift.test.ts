import { seeded } from '@ser/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shift } from './shift.ts';

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

const samples = new Float32Array(1000).fill(1);

test('a shift that does not wrap lets zeros in, by at most the fraction', () => {
  const shifted = shift(samples, { random: () => 0.999, maxFraction: 0.2 });
  expect(shifted.indexOf(1)).toBe(200);
  expect(shift(samples, { random: () => 0, maxFraction: 0.2 }).lastIndexOf(1)).toBe(799);
});

test('a fraction above 1 is refused', () => {
  expect(() => shift(samples, { random: () => 0, maxFraction: 2 })).toThrow('`maxFraction`');
});

const numbers = Float32Array.from({ length: 10 }, (_, i) => i + 1);

test.each<[draw: number, maxFraction: number | undefined, mode: 'zero' | 'wrap', moved: number[]]>([
  // By (2 · draw - 1) · maxFraction · 10 samples, rounded.
  [0.75, 0.6, 'zero', [0, 0, 0, 1, 2, 3, 4, 5, 6, 7]],
  [0.75, 0.6, 'wrap', [8, 9, 10, 1, 2, 3, 4, 5, 6, 7]],
  [0.25, 0.6, 'zero', [4, 5, 6, 7, 8, 9, 10, 0, 0, 0]],
  [0.25, 0.6, 'wrap', [4, 5, 6, 7, 8, 9, 10, 1, 2, 3]],
  [0.5, 1, 'wrap', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  [0.999, undefined, 'zero', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  [0, 1, 'zero', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
])('a draw of %d at a fraction of %d, by the mode %s', (draw, maxFraction, mode, moved) => {
  const random = (): number => draw;
  expect([...shift(numbers, { random, maxFraction, mode })]).toEqual(moved);
});

test('by default, what leaves is lost', () => {
  expect([...shift(numbers, { random: () => 0.999 })]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
