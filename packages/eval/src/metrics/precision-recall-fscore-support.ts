import { checkOptions } from '../util/check-options.ts';
import {
  countClasses,
  PRECISION_RECALL_OPTIONS,
  type PrecisionRecallOptions,
} from '../util/count-classes.ts';
import type { Label } from '../util/label.ts';
import { precisionRecallFscore } from '../util/precision-recall-fscore.ts';

/** One entry for each class, in the order of `labels`. */
export interface PrecisionRecallFscoreSupport {
  labels: Label[];
  /** Of the samples predicted as the class, the fraction that is of it. */
  precision: number[];
  /** Of the samples of the class, the fraction predicted as such. */
  recall: number[];
  fscore: number[];
  /** Weight of the samples of the class. */
  support: number[];
}

/**
 * Precision, recall, F-score and support of each class.
 *
 * For averages see `precisionScore`, `recallScore` and `f1Score`. scikit-learn's `average`, which
 * changes the type of the result, is not here.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit or a negative `beta`.
 * @see scikit-learn's `precision_recall_fscore_support` with `average=None`
 */
export function precisionRecallFscoreSupport(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  options: PrecisionRecallOptions = {},
): PrecisionRecallFscoreSupport {
  checkOptions('precisionRecallFscoreSupport', options, PRECISION_RECALL_OPTIONS);
  const counts = countClasses('precisionRecallFscoreSupport', yTrue, yPred, options);
  const scores = counts.map((count) => precisionRecallFscore(count, options));
  return {
    labels: counts.map(({ label }) => label),
    precision: scores.map(({ precision }) => precision),
    recall: scores.map(({ recall }) => recall),
    fscore: scores.map(({ fscore }) => fscore),
    support: counts.map(({ actual }) => actual),
  };
}
