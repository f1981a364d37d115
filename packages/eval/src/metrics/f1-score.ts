import { checkChoice } from '../util/check-choice.ts';
import type { Label } from '../util/label.ts';
import {
  type Average,
  type AverageScores,
  averageScores,
  countClasses,
  type PrecisionRecallOptions,
} from './precision-recall-fscore-support.ts';

export interface AverageOptions extends Omit<PrecisionRecallOptions, 'beta'> {
  /** `macro` unless given; scikit-learn's default, `binary`, knows two classes only. */
  average?: Average;
}

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
  return averaged('f1Score', yTrue, yPred, options).fscore;
}

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
  return averaged('precisionScore', yTrue, yPred, options).precision;
}

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
  return averaged('recallScore', yTrue, yPred, options).recall;
}

function averaged(
  caller: string,
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  { average = 'macro', ...options }: AverageOptions,
): AverageScores {
  checkChoice(caller, 'average', average, ['micro', 'macro', 'weighted']);
  // A beta from untyped code would make it another score.
  const f1 = { ...options, beta: 1 };
  return averageScores(countClasses(caller, yTrue, yPred, f1), average, f1);
}
