import type { Label } from '../util/label.ts';
import { type AverageOptions, precisionRecallF1 } from '../util/precision-recall-f1.ts';

/**
 * The averaged precision of all classes; 0 to 1.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that are empty or differ in length.
 * @see scikit-learn's `precision_score`
 */
export function precisionScore(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  options: AverageOptions = {},
): number {
  return precisionRecallF1('precisionScore', yTrue, yPred, options).precision;
}
