import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { WEIGHT_OPTIONS, type WeightOptions } from '../util/check-targets.ts';
import { countClasses } from '../util/count-classes.ts';
import type { Label } from '../util/label.ts';

/** The options of `balancedAccuracyScore`. */
export interface BalancedAccuracyOptions extends WeightOptions {
  /** Whether to rescale, so that guessing scores 0 and perfection 1. Default false. */
  adjusted?: boolean;
}

const OPTIONS: OptionNames<BalancedAccuracyOptions> = { ...WEIGHT_OPTIONS, adjusted: true };

/**
 * The mean of the recalls of all classes that occur in `yTrue` (the literature's UAR); 0 to 1.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that are empty or differ in length.
 * @see scikit-learn's `balanced_accuracy_score`
 */
export function balancedAccuracyScore(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  options: BalancedAccuracyOptions = {},
): number {
  const caller = 'balancedAccuracyScore';
  const { adjusted = false, sampleWeight } = checkOptions(caller, options, OPTIONS);
  const recalls = countClasses(caller, yTrue, yPred, { sampleWeight })
    .map(({ truePositives, actual }) => truePositives / actual)
    .filter((recall) => !Number.isNaN(recall));
  const score = recalls.reduce((a, b) => a + b, 0) / recalls.length;
  if (!adjusted) return score;
  const chance = 1 / recalls.length;
  return (score - chance) / (1 - chance);
}
