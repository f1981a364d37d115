import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { log10 } from './log10.ts';
import { toDecibels } from './to-decibels.ts';

test('powers of all sizes become the decibels of their logarithms, to the last bit', () => {
  const random = seeded(3);
  const powers = Float64Array.from({ length: 2 * 8192 + 10 }, () => 10 ** (600 * random() - 300));
  const expected = powers.map((power) => 10 * log10(power));
  toDecibels(powers);
  expect(powers).toEqual(expected);
});

test('ten is 10 dB', () => {
  const powers = Float64Array.of(10, 100, 1, 1e-9);
  toDecibels(powers);
  // The last bits of a logarithm.
  expect(powers).toBeAllclose([10, 20, 0, -90], { rtol: 1e-15, atol: 0 });
});
