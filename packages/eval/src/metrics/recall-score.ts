import type { Label } from '../util/label.ts';
import { type AverageOptions, precisionRecallF1 } from '../util/precision-recall-f1.ts';

/**
 * The averaged recall of all classes; 0 to 1. With `macro` over classes that all occur it is
 * `balancedAccuracyScore`.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that are empty or differ in length.
 * @see scikit-learn's `recall_score`
 */
export function recallScore(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  options: AverageOptions = {},
): number {
  return precisionRecallF1('recallScore', yTrue, yPred, options).recall;
}
