import type { Prediction } from '@ser/eval';
import { EMOTIONS } from '@ser/ravdess';
import { expect, it } from 'vitest';
import type { RunSummary } from './finish-run.ts';
import { formatFolds, summarizeFolds } from './fold-summary.ts';
import type { RunConfig } from './run-config.ts';
import { score } from './score.ts';

const config = {
  recipe: 'baseline',
  protocol: 'speaker',
  channels: ['speech'],
  variants: true,
} as RunConfig;

/** Ten clips of each of two actors, of which the first `right` are recognised. */
function predict(fold: number, seed: number, right: number): Prediction[] {
  return Array.from({ length: 20 }, (_, i) => {
    const label = EMOTIONS[i % 2];
    return {
      clip: `03-01-0${1 + (i % 2)}-01-01-01-0${2 * fold - 1 + ((i >> 1) % 2)}`,
      fold,
      seed,
      label,
      predicted: i < right ? label : EMOTIONS[1 - (i % 2)],
      scores: [],
    };
  });
}

it('averages over folds and seeds, and tells their deviations apart', () => {
  const all = [predict(1, 0, 4), predict(2, 0, 8), predict(1, 1, 12), predict(2, 1, 16)];
  const runs = all.map(
    (run) =>
      ({
        fold: run[0].fold,
        seed: run[0].seed,
        epochs: 9,
        test: score(run),
      }) as unknown as RunSummary,
  );
  const summary = summarizeFolds(config, { predictions: all.flat(), runs });
  expect(summary.folds.map(({ uar }) => uar)).toEqual([0.2, 0.4, 0.6, 0.8]);
  expect(summary.mean.uar).toBeCloseTo(0.5, 12);
  expect(summary.std.uar).toBeCloseTo(Math.sqrt(0.2 / 3), 12);
  // 0.2 and 0.4, and 0.6 and 0.8, lie alike; the seeds' means are 0.3 and 0.7.
  expect(summary.stdOverFolds.uar).toBeCloseTo(Math.sqrt(0.02), 12);
  expect(summary.stdOverSeeds.uar).toBeCloseTo(Math.sqrt(0.08), 12);
  expect(summary.perSeed.map(({ uar }) => uar.toFixed(3))).toEqual(['0.300', '0.700']);
  const { n, uar, intervals } = summary.pooled;
  expect([n, uar]).toEqual([80, 0.5]);
  expect(intervals?.uar.low).toBeLessThan(0.5);
  expect(intervals?.uar.high).toBeGreaterThan(0.5);
  expect(summary.leaks).toBe(false);
  const text = formatFolds(summary);
  expect(text).toMatch(/^mean of 4 runs +0\.500 +0\.500 +0\.500$/m);
  expect(text).toMatch(/^deviation over seeds +0\.283 +0\.283/m);
  expect(text).toMatch(/^95 % interval over actors +0\.\d{3} to 0\.\d{3} /m);
});
