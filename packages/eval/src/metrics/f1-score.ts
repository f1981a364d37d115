import type { Label } from '../util/label.ts';
import { type AverageOptions, precisionRecallF1 } from '../util/precision-recall-f1.ts';

/**
 * The harmonic mean of precision and recall over all classes; 0 to 1.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that are empty or differ in length.
 * @see scikit-learn's `f1_score`
 */
export function f1Score(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  options: AverageOptions = {},
): number {
  return precisionRecallF1('f1Score', yTrue, yPred, options).fscore;
}
