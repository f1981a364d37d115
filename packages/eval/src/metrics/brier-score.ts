import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { checkProbabilities } from '../util/check-probabilities.ts';
import type { Label } from '../util/label.ts';
import {
  matchScores,
  SCORE_OPTIONS,
  type ScoreMatrix,
  type ScoreOptions,
} from '../util/match-scores.ts';

/** The options of `brierScore`. */
export interface BrierScoreOptions extends ScoreOptions {
  /**
   * Whether to halve the score, so that it is in [0, 1], as scikit-learn does for two classes.
   * Default false.
   */
  scaleByHalf?: boolean;
}

const OPTIONS: OptionNames<BrierScoreOptions> = { ...SCORE_OPTIONS, scaleByHalf: true };

/**
 * The mean squared distance of the probabilities from the truth, summed over classes; 0 is
 * perfect, and 2 is a classifier that is certain and always wrong.
 *
 * @param yProba Each row sums to 1; `[samples, classes]`.
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit or are no probabilities.
 * @see scikit-learn's `brier_score_loss`
 */
export function brierScore(
  yTrue: ArrayLike<Label>,
  yProba: ScoreMatrix,
  brierOptions: BrierScoreOptions = {},
): number {
  const { scaleByHalf = false, ...options } = checkOptions('brierScore', brierOptions, OPTIONS);
  const { columns, weight, totalWeight } = matchScores('brierScore', yTrue, yProba, options);
  checkProbabilities('brierScore', 'yProba', yProba);
  let sum = 0;
  columns.forEach((column, i) => {
    for (let k = 0; k < yProba[i].length; k++) {
      sum += weight(i) * (yProba[i][k] - (k === column ? 1 : 0)) ** 2;
    }
  });
  return sum / totalWeight / (scaleByHalf ? 2 : 1);
}
