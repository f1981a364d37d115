import type { ClassCounts, PrecisionRecallOptions } from './count-classes.ts';
import { type PrecisionRecallFscore, precisionRecallFscore } from './precision-recall-fscore.ts';

/** How the scores of all classes become one. */
export type Average =
  /** From the counts of all classes together. */
  | 'micro'
  /** The mean of the classes' scores. */
  | 'macro'
  /** The mean of the classes' scores, weighted by support. */
  | 'weighted';

/** The scores of all classes in one, by scikit-learn's rules for NaN and for no support at all. */
export function averageScores(
  counts: readonly ClassCounts[],
  average: Average,
  options: PrecisionRecallOptions,
): PrecisionRecallFscore {
  if (average === 'micro') {
    const total = { truePositives: 0, predicted: 0, actual: 0 };
    for (const count of counts) {
      total.truePositives += count.truePositives;
      total.predicted += count.predicted;
      total.actual += count.actual;
    }
    return precisionRecallFscore(total, options);
  }
  const scores = counts.map((count) => precisionRecallFscore(count, options));
  const mean = (score: keyof PrecisionRecallFscore): number => {
    const defined = counts.flatMap(({ actual }, i) =>
      Number.isNaN(scores[i][score]) ? [] : [{ value: scores[i][score], weight: actual }],
    );
    const total = defined.reduce((sum, { weight }) => sum + weight, 0);
    return average === 'weighted' && total > 0
      ? defined.reduce((sum, { value, weight }) => sum + value * weight, 0) / total
      : defined.reduce((sum, { value }) => sum + value, 0) / defined.length;
  };
  return { precision: mean('precision'), recall: mean('recall'), fscore: mean('fscore') };
}
