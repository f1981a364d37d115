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
