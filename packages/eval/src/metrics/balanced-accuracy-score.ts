import type { WeightOptions } from '../util/check-targets.ts';
import { countConfusions } from '../util/count-confusions.ts';
import type { Label } from '../util/label.ts';

/** The options of `balancedAccuracyScore`. */
export interface BalancedAccuracyOptions extends WeightOptions {
  /** Whether to rescale, so that guessing scores 0 and perfection 1. Default false. */
  adjusted?: boolean;
}

/**
 * The mean of the recalls of all classes that occur in `yTrue` (the literature's UAR); 0 to 1.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that are empty or differ in length.
 * @see scikit-learn's `balanced_accuracy_score`
 */
export function balancedAccuracyScore(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  { adjusted = false, sampleWeight }: BalancedAccuracyOptions = {},
): number {
  const recalls = countConfusions('balancedAccuracyScore', yTrue, yPred, { sampleWeight })
    .map((row, t) => row[t] / row.reduce((a, b) => a + b, 0))
    .filter((recall) => !Number.isNaN(recall));
  const score = recalls.reduce((a, b) => a + b, 0) / recalls.length;
  if (!adjusted) return score;
  const chance = 1 / recalls.length;
  return (score - chance) / (1 - chance);
}
