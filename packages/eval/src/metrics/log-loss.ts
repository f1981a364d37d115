import { checkOptions } from '../util/check-options.ts';
import { checkProbabilities } from '../util/check-probabilities.ts';
import type { Label } from '../util/label.ts';
import {
  matchScores,
  SCORE_OPTIONS,
  type ScoreMatrix,
  type ScoreOptions,
} from '../util/match-scores.ts';

/**
 * The mean of -ln p of the true class, in nats; 0 is perfect. A probability counts as at least
 * 2^-52, so that no single sample makes it infinite; one in a `Float32Array`, which cannot be
 * closer to 1 than 2^-24, counts as at least 2^-23, as in scikit-learn.
 *
 * @param yProba Each row sums to 1; `[samples, classes]`.
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit or are no probabilities.
 * @see scikit-learn's `log_loss`
 */
export function logLoss(
  yTrue: ArrayLike<Label>,
  yProba: ScoreMatrix,
  options: ScoreOptions = {},
): number {
  checkOptions('logLoss', options, SCORE_OPTIONS);
  const { columns, weight, totalWeight } = matchScores('logLoss', yTrue, yProba, options);
  checkProbabilities('logLoss', 'yProba', yProba);
  let sum = 0;
  columns.forEach((column, i) => {
    const epsilon = epsilonOf(yProba[i]);
    const p = Math.min(Math.max(yProba[i][column], epsilon), 1 - epsilon);
    sum -= weight(i) * Math.log(p);
  });
  return sum / totalWeight;
}

/** The distance from 1 to the next number of the array's type; arrays of numbers are float64. */
function epsilonOf(row: ArrayLike<number>): number {
  return row instanceof Float32Array ? 2 ** -23 : Number.EPSILON;
}
