import { expect, test } from 'vitest';
import { score } from './score.ts';

test('the share and Wilson’s interval', () => {
  // statsmodels 0.14: proportion_confint(85, 100, method='wilson').
  const { share, low, high } = score(85, 100);
  expect(share).toBe(0.85);
  expect(low).toBeCloseTo(0.767158, 5);
  expect(high).toBeCloseTo(0.906942, 5);
});

test('nothing tried says nothing', () => {
  expect(score(0, 0)).toEqual({ share: NaN, low: 0, high: 1 });
});
