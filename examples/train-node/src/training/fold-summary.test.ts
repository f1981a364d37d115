import { expect, it } from 'vitest';
import type { RunSummary } from './finish-run.ts';
import { formatFolds, summarizeFolds } from './fold-summary.ts';
import type { RunConfig } from './run-config.ts';

const run = (fold: number, seed: number, uar: number) =>
  ({ fold, seed, epochs: 9, test: { n: 10, accuracy: 0.5, uar, macroF1: 0.25 } }) as RunSummary;
const config = {
  recipe: 'baseline',
  protocol: 'speaker',
  channels: ['speech'],
  variants: true,
} as RunConfig;

it('averages over folds and seeds, and keeps the deviation', () => {
  const summary = summarizeFolds(config, [
    run(1, 0, 0.2),
    run(2, 0, 0.4),
    run(1, 1, 0.6),
    run(2, 1, 0.8),
  ]);
  expect(summary.mean.uar).toBeCloseTo(0.5, 12);
  expect(summary.std.uar).toBeCloseTo(Math.sqrt(0.05), 12);
  expect(summary.std.accuracy).toBe(0);
  expect(summary.perSeed.map(({ uar }) => uar.toFixed(3))).toEqual(['0.300', '0.700']);
  expect(summary.leaks).toBe(false);
  expect(formatFolds(summary)).toMatch(/^mean +0\.500 +0\.500 +0\.250$/m);
});
