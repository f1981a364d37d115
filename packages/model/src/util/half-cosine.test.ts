import { expect, it } from 'vitest';
import { halfCosine } from './half-cosine.ts';

it('falls from 1 to 0, and stays there', () => {
  const shares = [-1, 0, 1 / 3, 0.5, 1, 2];
  // Doubles: a cosine of π / 2 is some 6e-17.
  expect(shares.map(halfCosine)).toBeAllclose([1, 1, 0.75, 0.5, 0, 0], { rtol: 0, atol: 1e-15 });
});
