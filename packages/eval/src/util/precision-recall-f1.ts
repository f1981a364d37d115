import { type Average, averageScores } from './average-scores.ts';
import { checkChoice } from './check-choice.ts';
import { countClasses, type PrecisionRecallOptions } from './count-classes.ts';
import type { Label } from './label.ts';
import type { PrecisionRecallFscore } from './precision-recall-fscore.ts';

export interface AverageOptions extends Omit<PrecisionRecallOptions, 'beta'> {
  /** How classes become one; scikit-learn's `binary` knows two classes only. Default `macro`. */
  average?: Average;
}

/** What `precisionScore`, `recallScore` and `f1Score` each give a part of. */
export function precisionRecallF1(
  caller: string,
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  { average = 'macro', ...options }: AverageOptions,
): PrecisionRecallFscore {
  checkChoice(caller, 'average', average, ['micro', 'macro', 'weighted']);
  // A beta from untyped code would make it another score.
  const f1 = { ...options, beta: 1 };
  return averageScores(countClasses(caller, yTrue, yPred, f1), average, f1);
}
