import { checkProbabilities } from '../util/check-probabilities.ts';
import { checkScores, type ScoreMatrix, type ScoreOptions } from '../util/check-scores.ts';
import type { Label } from '../util/label.ts';

export interface BrierScoreOptions extends ScoreOptions {
  /** Halve it, so that it lies in [0, 1]; scikit-learn does so for two classes. Default false. */
  scaleByHalf?: boolean;
}

/**
 * The mean squared distance of the probabilities from the truth, summed over classes; 0 is
 * perfect, 2 is sure and always wrong.
 *
 * @param yProba Each row sums to 1; [shape=(samples, classes)].
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit or are no probabilities.
 * @see scikit-learn's `brier_score_loss`
 */
export function brierScore(
  yTrue: ArrayLike<Label>,
  yProba: ScoreMatrix,
  { scaleByHalf = false, ...options }: BrierScoreOptions = {},
): number {
  const { columns, weight, totalWeight } = checkScores('brierScore', yTrue, yProba, options);
  checkProbabilities('brierScore', 'yProba', yProba);
  let sum = 0;
  columns.forEach((column, i) => {
    for (let k = 0; k < yProba[i].length; k++) {
      sum += weight(i) * (yProba[i][k] - (k === column ? 1 : 0)) ** 2;
    }
  });
  return sum / totalWeight / (scaleByHalf ? 2 : 1);
}
