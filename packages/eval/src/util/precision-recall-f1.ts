import type { OptionNames } from '@ser/internal';
import { type Average, averageScores } from './average-scores.ts';
import { checkChoice } from './check-choice.ts';
import { checkOptions } from './check-options.ts';
import {
  countClasses,
  PRECISION_RECALL_OPTIONS,
  type PrecisionRecallOptions,
} from './count-classes.ts';
import type { Label } from './label.ts';
import type { PrecisionRecallFscore } from './precision-recall-fscore.ts';

/** The options of `precisionScore`, `recallScore` and `f1Score`. */
export interface AverageOptions extends Omit<PrecisionRecallOptions, 'beta'> {
  /** How the scores of the classes become one. Default `macro`. */
  average?: Average;
}

const { beta: _, ...UNWEIGHTED } = PRECISION_RECALL_OPTIONS;

const AVERAGE_OPTIONS: OptionNames<AverageOptions> = { ...UNWEIGHTED, average: true };

/** The three scores of which `precisionScore`, `recallScore` and `f1Score` give one each. */
export function precisionRecallF1(
  caller: string,
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  averageOptions: AverageOptions,
): PrecisionRecallFscore {
  const { average = 'macro', ...options } = checkOptions(caller, averageOptions, AVERAGE_OPTIONS);
  checkChoice(caller, 'average', average, ['micro', 'macro', 'weighted']);
  return averageScores(countClasses(caller, yTrue, yPred, options), average, options);
}
