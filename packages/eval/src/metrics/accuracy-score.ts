import { checkOptions } from '../util/check-options.ts';
import { checkTargets, WEIGHT_OPTIONS, type WeightOptions } from '../util/check-targets.ts';
import type { Label } from '../util/label.ts';
import { weightOf } from '../util/weight-of.ts';

/**
 * The fraction of samples whose label was predicted (the literature's WAR); 0 to 1.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that are empty or differ in length.
 * @see scikit-learn's `accuracy_score`
 */
export function accuracyScore(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  options: WeightOptions = {},
): number {
  const { sampleWeight } = checkOptions('accuracyScore', options, WEIGHT_OPTIONS);
  checkTargets('accuracyScore', yTrue, yPred, sampleWeight);
  const weight = weightOf(sampleWeight);
  let right = 0;
  let total = 0;
  for (let i = 0; i < yTrue.length; i++) {
    if (yTrue[i] === yPred[i]) right += weight(i);
    total += weight(i);
  }
  return right / total;
}
