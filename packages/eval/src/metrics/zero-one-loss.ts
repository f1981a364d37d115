import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { checkTargets, WEIGHT_OPTIONS, type WeightOptions } from '../util/check-targets.ts';
import type { Label } from '../util/label.ts';
import { weightOf } from '../util/weight-of.ts';

/** The options of `zeroOneLoss`. */
export interface ZeroOneLossOptions extends WeightOptions {
  /** Whether to give the fraction of the samples that are wrong, not their number. Default true. */
  normalize?: boolean;
}

const OPTIONS: OptionNames<ZeroOneLossOptions> = { ...WEIGHT_OPTIONS, normalize: true };

/**
 * The fraction of samples whose label was not predicted: 1 less `accuracyScore`. Of single labels
 * it is `hamming_loss` too.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that are empty or differ in length.
 * @see scikit-learn's `zero_one_loss`
 */
export function zeroOneLoss(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  options: ZeroOneLossOptions = {},
): number {
  const { normalize = true, sampleWeight } = checkOptions('zeroOneLoss', options, OPTIONS);
  checkTargets('zeroOneLoss', yTrue, yPred, sampleWeight);
  const weight = weightOf(sampleWeight);
  let wrong = 0;
  let total = 0;
  for (let i = 0; i < yTrue.length; i++) {
    if (yTrue[i] !== yPred[i]) wrong += weight(i);
    total += weight(i);
  }
  return normalize ? wrong / total : wrong;
}
