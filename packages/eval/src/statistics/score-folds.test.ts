import { describe, expect, it } from 'vitest';
import type { Prediction } from '../cross-validation/prediction.ts';
import { accuracyScore } from '../metrics/accuracy-score.ts';
import { scoreFolds } from './score-folds.ts';

/** How many of the ten predictions of each fold are right, by the seed. */
const RIGHT: Record<number, number[]> = { 7: [10, 8, 5], 3: [9, 9, 8] };
/** Rounding of sums of some ten numbers. */
const ROUNDING = { rtol: 0, atol: 1e-12 };

/** Two seeds of three folds. The seeds' means and their spreads over the folds differ. */
const predictions = [7, 3].flatMap((seed) =>
  RIGHT[seed].flatMap((right, i) =>
    Array.from({ length: 10 }, (_, clip): Prediction => {
      const isRight = clip < right;
      return {
        clip: `${i}-${clip}`,
        speaker: String(i),
        fold: i + 1,
        seed,
        truth: 'sad',
        predicted: isRight ? 'sad' : 'calm',
        scores: isRight ? [0, 1] : [0.75, 0.25],
      };
    }),
  ),
);

describe('scoreFolds', () => {
  const accuracy = scoreFolds(predictions, ({ yTrue, yPred }) => accuracyScore(yTrue, yPred));

  it('gives the metric of each run, in the order of the predictions', () => {
    expect(accuracy.folds).toEqual([
      { fold: 1, seed: 7, score: 1 },
      { fold: 2, seed: 7, score: 0.8 },
      { fold: 3, seed: 7, score: 0.5 },
      { fold: 1, seed: 3, score: 0.9 },
      { fold: 2, seed: 3, score: 0.9 },
      { fold: 3, seed: 3, score: 0.8 },
    ]);
  });

  // numpy, with ddof=1: v = [[1, .8, .5], [.9, .9, .8]]
  it('gives their mean', () => {
    expect(accuracy.mean).toBeAllclose(4.9 / 6, ROUNDING);
  });

  it('gives the deviation of all runs', () => {
    // np.std(v, ddof=1)
    expect(accuracy.std).toBeAllclose(0.17224014243685085, ROUNDING);
  });

  it('gives the deviation over the folds of a seed, pooled by its square', () => {
    // np.sqrt(np.mean(np.var(v, axis=1, ddof=1)))
    expect(accuracy.stdOverFolds).toBeAllclose(0.18257418583505536, ROUNDING);
  });

  it("gives the deviation of the seeds' means", () => {
    // np.std(np.mean(v, axis=1), ddof=1)
    expect(accuracy.stdOverSeeds).toBeAllclose(0.07071067811865472, ROUNDING);
  });

  it('has no deviation over seeds where there is one', () => {
    const one = scoreFolds(predictions.slice(0, 30), ({ yTrue, yPred }) =>
      accuracyScore(yTrue, yPred),
    );
    expect(one.stdOverSeeds).toBe(0);
    expect(one.stdOverFolds).toBe(one.std);
  });

  it('has no deviation for a single run', () => {
    const one = scoreFolds(predictions.slice(0, 10), () => 1);
    expect(one).toMatchObject({ mean: 1, std: 0, stdOverFolds: 0, stdOverSeeds: 0 });
  });

  it('hands each run to the metric whole: targets, predictions and scores', () => {
    const runs: unknown[] = [];
    scoreFolds(predictions, (run) => runs.push(run));
    expect(runs[2]).toEqual({
      yTrue: Array(10).fill('sad'),
      yPred: [...Array(5).fill('sad'), ...Array(5).fill('calm')],
      yScore: [...Array(5).fill([0, 1]), ...Array(5).fill([0.75, 0.25])],
      predictions: predictions.slice(20, 30),
    });
  });

  it('tells folds and seeds apart however the predictions are mixed', () => {
    const turned = [...predictions.slice(5), ...predictions.slice(0, 5)];
    const scores = scoreFolds(turned, ({ yTrue, yPred }) => accuracyScore(yTrue, yPred));
    expect([scores.mean, scores.std]).toBeAllclose([accuracy.mean, accuracy.std], ROUNDING);
    expect(scores.folds).toEqual(expect.arrayContaining(accuracy.folds));
  });

  it('refuses no predictions', () => {
    expect(() => scoreFolds([], () => 0)).toThrow('one or more, got 0');
  });
});
