import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { lnProbability } from './ln-probability.ts';

test('it is the logarithm, to the last place', () => {
  const random = seeded();
  for (let i = 0; i < 10_000; i++) {
    const probability = random() ** (1 + 40 * random());
    // Two units in the last place: one of ours, and one of the engine's.
    expect(lnProbability(probability)).toBeAllclose(Math.log(probability), {
      rtol: 2 ** -51,
      atol: 0,
    });
  }
});

test('of 0 it is that of the least normal number', () => {
  expect(lnProbability(0)).toBe(-708.3964185322641);
});

test('of 1 it is 0, and of a half the constant', () => {
  expect(lnProbability(1)).toBe(0);
  expect(lnProbability(0.5)).toBe(-Math.LN2);
});
