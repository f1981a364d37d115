import { describe, expect, it } from 'vitest';
import type { Prediction } from '../cross-validation/prediction.ts';
import { accuracyScore } from '../metrics/accuracy-score.ts';
import { logLoss } from '../metrics/log-loss.ts';
import { scoreFolds } from './score-folds.ts';

const labels = ['calm', 'sad'];
/** How many of the ten predictions of each fold are right. */
const RIGHT = [10, 8, 5];
/** Rounding of sums of some ten numbers. */
const ROUNDING = { rtol: 0, atol: 1e-12 };

/** Two seeds, alike, of three folds. */
const predictions = [0, 1].flatMap((seed) =>
  RIGHT.flatMap((right, i) =>
    Array.from({ length: 10 }, (_, clip): Prediction => {
      const isRight = clip < right;
      return {
        clip: `${i}-${clip}`,
        speaker: String(i),
        fold: i + 1,
        seed,
        truth: 'sad',
        predicted: isRight ? 'sad' : 'calm',
        scores: isRight ? [0, 1] : [1, 0],
      };
    }),
  ),
);

describe('scoreFolds', () => {
  const accuracy = scoreFolds(predictions, ({ yTrue, yPred }) => accuracyScore(yTrue, yPred));
  const expected = RIGHT.map((right) => right / 10);
  const mean = (1 + 0.8 + 0.5) / 3;
  const squares = expected.reduce((sum, score) => sum + (score - mean) ** 2, 0);

  it('gives the metric of each run', () => {
    expect(accuracy.folds.map(({ fold, seed }) => [fold, seed])).toEqual(
      [0, 1].flatMap((seed) => [1, 2, 3].map((fold) => [fold, seed])),
    );
    const scores = accuracy.folds.map(({ score }) => score);
    expect(scores).toBeAllclose([...expected, ...expected], ROUNDING);
  });

  it('gives their mean', () => {
    expect(accuracy.mean).toBeAllclose(mean, ROUNDING);
  });

  it('gives their deviation, with n - 1', () => {
    expect(accuracy.std).toBeAllclose(Math.sqrt((2 * squares) / 5), ROUNDING);
  });

  it('gives their deviation over the folds of a seed', () => {
    expect(accuracy.stdOverFolds).toBeAllclose(Math.sqrt(squares / 2), ROUNDING);
  });

  it('has no deviation over seeds that score alike', () => {
    expect(accuracy.stdOverSeeds).toBeAllclose(0, ROUNDING);
  });

  it('has a deviation over seeds alone when the seed alone decides', () => {
    const bySeed = scoreFolds(predictions, (run) => run.predictions[0].seed);
    expect(bySeed).toMatchObject({ mean: 0.5, stdOverFolds: 0, stdOverSeeds: Math.SQRT1_2 });
  });

  it('has no deviation for a single run', () => {
    const one = scoreFolds(predictions.slice(0, 10), () => 1);
    expect(one).toMatchObject({ std: 0, stdOverFolds: 0, stdOverSeeds: 0 });
  });

  it('gives the scores of the classes to the metric', () => {
    const loss = scoreFolds(predictions, ({ yTrue, yScore }) => logLoss(yTrue, yScore, { labels }));
    expect(loss.mean).toBeGreaterThan(0);
  });

  it('refuses no predictions', () => {
    expect(() => scoreFolds([], () => 0)).toThrow('one or more, got 0');
  });
});
