import { expect, it } from 'vitest';
import { cosineDecay } from './cosine-decay.ts';

it('falls from the rate to its share alpha', () => {
  const rate = cosineDecay(0.2, { alpha: 0.1 });
  expect(rate(0, 100)).toBe(0.2);
  // Doubles.
  expect([50, 100].map((step) => rate(step, 100))).toBeAllclose([0.11, 0.02], { rtol: 1e-12 });
});

it('refuses a rate that is none', () => {
  expect(() => cosineDecay(0)).toThrow('cosineDecay: `rate` must be > 0 and finite, got 0');
});
