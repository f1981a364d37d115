import { expect, it } from 'vitest';
import { cosineDecay } from './cosine-decay.ts';

it('falls from the rate to its share alpha', () => {
  const rate = cosineDecay(0.2, { alpha: 0.1 });
  expect(rate(0, 100)).toBe(0.2);
  // Doubles.
  expect([50, 100].map((step) => rate(step, 100))).toBeAllclose([0.11, 0.02], { rtol: 1e-12 });
});

it('falls to 0 by default, slowly at first and in the end', () => {
  const rate = cosineDecay(1);
  // (1 + cos(π·share)) / 2 at sixths. Doubles.
  const expected = [1, 0.9330127018922193, 0.75, 0.5, 0.25, 0.0669872981077807, 0];
  expect(expected.map((_, step) => rate(step, 6))).toBeAllclose(expected, { rtol: 0, atol: 1e-15 });
});

it('takes a run without steps', () => {
  expect(cosineDecay(0.5)(0, 0)).toBe(0.5);
});

it.each([-1, Number.NaN])('refuses an alpha of %d', (alpha) => {
  expect(() => cosineDecay(1, { alpha })).toThrow('cosineDecay: `alpha` must be ≥ 0 and finite');
});

it('refuses a rate that is none', () => {
  expect(() => cosineDecay(0)).toThrow('cosineDecay: `rate` must be > 0 and finite, got 0');
});
