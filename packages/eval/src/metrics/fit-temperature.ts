import { checkOptions } from '../util/check-options.ts';
import { checkProbabilities } from '../util/check-probabilities.ts';
import type { Label } from '../util/label.ts';
import {
  matchScores,
  SCORE_OPTIONS,
  type ScoreMatrix,
  type ScoreOptions,
} from '../util/match-scores.ts';

/** The least and the highest temperature that are found. */
const RANGE = [0.01, 100] as const;

/** Each step halves the range of the logarithm; after 60 it is as wide as a rounding. */
const STEPS = 60;

/** The smallest score of a softmax in float32. A score below it says no more than it. */
const SMALLEST = 2 ** -126;

/**
 * The temperature T at which the scores softmax(log p / T) have the lowest log loss: above 1 where
 * the classifier was too sure of itself, below 1 where it was not sure enough. Which class is the
 * most probable stays as it is. Fit it on samples that did not train the classifier, and test it on
 * others.
 *
 * The derivative of the log loss by 1 / T never falls, so halving finds where it is 0. Where the
 * best lies outside of [0.01, 100], it is the nearer end, and it is 1 where every row's scores are
 * equal. A score of 0 counts as 2^-126.
 *
 * @param yProba Each row sums to 1; `[samples, classes]`.
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit or are no probabilities.
 * @see Guo et al. 2017, "On Calibration of Modern Neural Networks"
 */
export function fitTemperature(
  yTrue: ArrayLike<Label>,
  yProba: ScoreMatrix,
  options: ScoreOptions = {},
): number {
  checkOptions('fitTemperature', options, SCORE_OPTIONS);
  const { classes, columns, weight } = matchScores('fitTemperature', yTrue, yProba, options);
  checkProbabilities('fitTemperature', 'yProba', yProba);
  // How far each logit is above the true class's: the loss is the mean of ln Σ exp(margin / T).
  const margins = Array.from(columns, (column, i) => {
    const logit = (k: number): number => Math.log(Math.max(yProba[i][k], SMALLEST));
    return classes.map((_, k) => logit(k) - logit(column));
  });
  const slope = (temperature: number): number =>
    margins.reduce((sum, row, i) => sum + weight(i) * expectedMargin(row, temperature), 0);
  if (margins.every((row) => row.every((margin) => margin === 0))) return 1;
  const [least, highest] = RANGE;
  if (slope(least) <= 0) return least;
  if (slope(highest) >= 0) return highest;
  let [low, high] = [Math.log(least), Math.log(highest)];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (slope(Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** The mean margin under the scores at a temperature: the derivative of a sample's loss by 1 / T. */
function expectedMargin(margins: readonly number[], temperature: number): number {
  const most = Math.max(...margins);
  let sum = 0;
  let total = 0;
  for (const margin of margins) {
    const p = Math.exp((margin - most) / temperature);
    sum += p * margin;
    total += p;
  }
  return sum / total;
}
