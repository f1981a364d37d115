import type { OptionNames } from '@ser/internal';
import type { Average } from '../util/average-scores.ts';
import { checkChoice } from '../util/check-choice.ts';
import { checkOptions } from '../util/check-options.ts';
import { WEIGHT_OPTIONS, type WeightOptions } from '../util/check-targets.ts';
import { countClasses } from '../util/count-classes.ts';
import type { Label } from '../util/label.ts';

/** The options of `jaccardScore`. */
export interface JaccardOptions extends WeightOptions {
  /** Which classes, in which order. Default: every class that occurs. */
  labels?: readonly Label[];
  /** How the scores of the classes become one. Default `macro`. */
  average?: Average;
  /** The score of a class that neither occurs nor is predicted. Default 0. */
  zeroDivision?: 0 | 1;
}

const OPTIONS: OptionNames<JaccardOptions> = {
  ...WEIGHT_OPTIONS,
  labels: true,
  average: true,
  zeroDivision: true,
};

/**
 * Of the samples that are of a class or predicted as such, the fraction that is both (intersection
 * over union), over all classes; 0 to 1.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that are empty or differ in length.
 * @see scikit-learn's `jaccard_score`
 */
export function jaccardScore(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  options: JaccardOptions = {},
): number {
  const caller = 'jaccardScore';
  const { average = 'macro', zeroDivision = 0, ...others } = checkOptions(caller, options, OPTIONS);
  checkChoice(caller, 'average', average, ['micro', 'macro', 'weighted']);
  checkChoice(caller, 'zeroDivision', zeroDivision, [0, 1]);
  const classes = countClasses(caller, yTrue, yPred, others).map((counts) => ({
    both: counts.truePositives,
    either: counts.actual + counts.predicted - counts.truePositives,
    support: counts.actual,
  }));
  const divide = (both: number, either: number): number =>
    either === 0 ? zeroDivision : both / either;
  const sum = (value: (of: (typeof classes)[number]) => number): number =>
    classes.reduce((total, of) => total + value(of), 0);
  if (average === 'micro') {
    return divide(
      sum(({ both }) => both),
      sum(({ either }) => either),
    );
  }
  const support = sum((of) => of.support);
  const share = average === 'weighted' && support > 0 ? 'support' : 'one';
  const shareOf = (of: (typeof classes)[number]): number => (share === 'one' ? 1 : of.support);
  return sum((of) => shareOf(of) * divide(of.both, of.either)) / sum(shareOf);
}
