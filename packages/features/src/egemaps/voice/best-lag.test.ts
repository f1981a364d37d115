import { expect, test } from 'vitest';
import { bestLag } from './best-lag.ts';

/** A bell in each period, 0 between. */
const bells = (period: number): Float64Array =>
  Float64Array.from({ length: 600 }, (_, i) => {
    const age = (i % period) - period / 2;
    return Math.exp(-0.5 * (age / 4) ** 2);
  });

test('the lag at which a signal repeats', () => {
  const found = bestLag(bells(100), 20, 90, 110);
  expect(found?.lag).toBeCloseTo(100, 2);
  expect(found?.correlation).toBeCloseTo(1, 6);
});

test('a lag between samples', () => {
  expect(bestLag(bells(100.5), 0, 90, 110)?.lag).toBeCloseTo(100.5, 1);
});

test('means are taken off: an offset changes nothing', () => {
  const raised = bells(100).map((value) => value + 3);
  expect(bestLag(raised, 20, 90, 110)?.lag).toBeCloseTo(100, 2);
});

test('no maximum inside the range', () => {
  expect(bestLag(bells(100), 20, 90, 99)).toBeNull();
  expect(bestLag(bells(100), 20, 101, 110)).toBeNull();
});

test('a constant stretch is like nothing', () => {
  expect(bestLag(new Float64Array(600), 0, 90, 110)).toBeNull();
  expect(bestLag(new Float64Array(600).fill(0.25), 0, 90, 110)).toBeNull();
});
