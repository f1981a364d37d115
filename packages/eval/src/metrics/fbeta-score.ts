import type { OptionNames } from '@ser/internal';
import { type Average, averageScores } from '../util/average-scores.ts';
import { checkChoice } from '../util/check-choice.ts';
import { checkOptions } from '../util/check-options.ts';
import {
  countClasses,
  PRECISION_RECALL_OPTIONS,
  type PrecisionRecallOptions,
} from '../util/count-classes.ts';
import type { Label } from '../util/label.ts';

/** The options of `fbetaScore`. */
export interface FbetaOptions extends Omit<PrecisionRecallOptions, 'beta'> {
  /** How much more recall weighs than precision. */
  beta: number;
  /** How the scores of the classes become one. Default `macro`. */
  average?: Average;
}

const OPTIONS: OptionNames<FbetaOptions> = { ...PRECISION_RECALL_OPTIONS, average: true };

/**
 * The weighted harmonic mean of precision and recall over all classes; 0 to 1.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that are empty or differ in length, or a
 *   `beta` that is negative or missing.
 * @see scikit-learn's `fbeta_score`
 */
export function fbetaScore(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  fbetaOptions: FbetaOptions,
): number {
  const caller = 'fbetaScore';
  const { average = 'macro', beta, ...options } = checkOptions(caller, fbetaOptions, OPTIONS);
  checkChoice(caller, 'average', average, ['micro', 'macro', 'weighted']);
  // Without one, `countClasses` would take that of F1.
  const weighted = { ...options, beta: beta ?? Number.NaN };
  return averageScores(countClasses(caller, yTrue, yPred, weighted), average, weighted).fscore;
}
