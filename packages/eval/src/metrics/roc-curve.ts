import { checkOptions } from '../util/check-options.ts';
import { checkScores } from '../util/check-scores.ts';
import { WEIGHT_OPTIONS, type WeightOptions } from '../util/check-targets.ts';
import { type RocCurve, rocPoints } from '../util/roc-points.ts';

/**
 * How true and false positives grow as the threshold falls. Points in the middle of a straight
 * line are left out.
 *
 * @param yTrue Which samples are positive.
 * @param yScore Higher is likelier; `[samples]`.
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit; `too-few` without a positive
 *   or without a negative sample.
 * @see scikit-learn's `roc_curve`
 */
export function rocCurve(
  yTrue: ArrayLike<boolean>,
  yScore: ArrayLike<number>,
  options: WeightOptions = {},
): RocCurve {
  checkOptions('rocCurve', options, WEIGHT_OPTIONS);
  checkScores('rocCurve', yTrue, yScore);
  return rocPoints('rocCurve', yTrue, yScore, options);
}
