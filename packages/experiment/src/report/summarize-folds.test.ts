import type { Prediction } from '@ser/eval';
import { describe, expect, it } from 'vitest';
import { score } from '../run/score.ts';
import { smallPlan } from '../testing/small-plan.ts';
import { formatFolds } from './format-folds.ts';
import { summarizeFolds } from './summarize-folds.ts';

const labels = ['calm', 'happy'];

/** Ten clips of each of two speakers, of which the first `right` are recognised. */
function predict(fold: number, seed: number, right: number): Prediction[] {
  return Array.from({ length: 20 }, (_, i) => {
    const truth = labels[i % 2];
    return {
      clip: `clip-${i}`,
      speaker: `${2 * fold - 1 + ((i >> 1) % 2)}`,
      fold,
      seed,
      truth,
      predicted: i < right ? truth : labels[1 - (i % 2)],
      scores: [],
    };
  });
}

describe('summarizeFolds', () => {
  const all = [predict(1, 0, 4), predict(2, 0, 8), predict(1, 1, 12), predict(2, 1, 16)];
  const runs = all.map((own) => ({ ...own[0], epochs: 9, test: score(own, labels) }));
  const summary = summarizeFolds(smallPlan({ protocol: 'speaker' }), {
    labels,
    predictions: all.flat(),
    runs,
  });

  it('keeps the figures of each run', () => {
    expect(summary.folds.map(({ uar }) => uar)).toEqual([0.2, 0.4, 0.6, 0.8]);
  });

  it('averages over all runs, and over the folds of each seed', () => {
    expect(summary.mean.uar).toBeCloseTo(0.5, 12);
    expect(summary.perSeed.map(({ uar }) => uar.toFixed(3))).toEqual(['0.300', '0.700']);
  });

  it('tells deviations over runs, folds and seeds apart', () => {
    expect(summary.std.uar).toBeCloseTo(Math.sqrt(0.2 / 3), 12);
    // 0.2 and 0.4, and 0.6 and 0.8, lie alike; the seeds' means are 0.3 and 0.7.
    expect(summary.stdOverFolds.uar).toBeCloseTo(Math.sqrt(0.02), 12);
    expect(summary.stdOverSeeds.uar).toBeCloseTo(Math.sqrt(0.08), 12);
  });

  it('pools all predictions, with intervals over speakers', () => {
    const { n, uar, intervals } = summary.pooled;
    expect([n, uar]).toEqual([80, 0.5]);
    expect(intervals?.uar.low).toBeLessThan(0.5);
    expect(intervals?.uar.high).toBeGreaterThan(0.5);
  });

  it('is told in lines', () => {
    const text = formatFolds(summary);
    expect(text).toMatch(/^mean of 4 runs +0\.500 +0\.500 +0\.500$/m);
    expect(text).toMatch(/^deviation over seeds +0\.283 +0\.283/m);
    expect(text).toMatch(/^95 % interval over speakers +0\.\d{3} to 0\.\d{3} /m);
  });
});
