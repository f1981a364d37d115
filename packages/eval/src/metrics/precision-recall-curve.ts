import { checkOptions } from '../util/check-options.ts';
import { checkScores } from '../util/check-scores.ts';
import { WEIGHT_OPTIONS, type WeightOptions } from '../util/check-targets.ts';
import {
  type PrecisionRecallCurve,
  precisionRecallPoints,
} from '../util/precision-recall-points.ts';

/**
 * How precision and recall change as the threshold rises.
 *
 * @param yTrue Which samples are positive.
 * @param yScore Higher is likelier; `[samples]`.
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit; `too-few` without a positive
 *   sample.
 * @see scikit-learn's `precision_recall_curve`
 */
export function precisionRecallCurve(
  yTrue: ArrayLike<boolean>,
  yScore: ArrayLike<number>,
  options: WeightOptions = {},
): PrecisionRecallCurve {
  const caller = 'precisionRecallCurve';
  checkOptions(caller, options, WEIGHT_OPTIONS);
  checkScores(caller, yTrue, yScore);
  return precisionRecallPoints(caller, yTrue, yScore, options);
}
