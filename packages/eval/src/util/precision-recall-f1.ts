import { type Average, averageScores } from './average-scores.ts';
import { checkChoice } from './check-choice.ts';
import { countClasses, type PrecisionRecallOptions } from './count-classes.ts';
import type { Label } from './label.ts';
import type { PrecisionRecallFscore } from './precision-recall-fscore.ts';

/** The options of `precisionScore`, `recallScore` and `f1Score`. */
export interface AverageOptions extends Omit<PrecisionRecallOptions, 'beta'> {
  /** How the scores of the classes become one. Default `macro`. */
  average?: Average;
}

/** The three scores of which `precisionScore`, `recallScore` and `f1Score` give one each. */
export function precisionRecallF1(
  caller: string,
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  { average = 'macro', ...options }: AverageOptions,
): PrecisionRecallFscore {
  checkChoice(caller, 'average', average, ['micro', 'macro', 'weighted']);
  // Untyped code may pass a beta, which would make it another score.
  const f1 = { ...options, beta: 1 };
  return averageScores(countClasses(caller, yTrue, yPred, f1), average, f1);
}
