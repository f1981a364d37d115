import { describe, expect, it } from 'vitest';
import { normalTails } from './normal-tails.ts';

describe('normalTails', () => {
  // scipy 1.17's erfc(z / sqrt(2)), on both sides of where the method changes.
  it.each([
    [0, 1],
    [1e-8, 0.9999999920211544],
    [0.3, 0.7641771556220948],
    [1, 0.31731050786291415],
    [2.8, 0.005110260660855875],
    [2.83, 0.0046548004134631124],
    [6, 1.9731752900754036e-9],
    [30, 9.81342785429749e-198],
  ])('of %d is %d', (z, expected) => {
    // The 12 digits that it promises.
    expect(normalTails(z)).toBeAllclose(expected, { rtol: 1e-12, atol: 0 });
  });

  it('ends at 0', () => {
    expect(normalTails(Number.POSITIVE_INFINITY)).toBe(0);
  });
});
