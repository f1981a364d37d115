import type { Counts, PrecisionRecallOptions } from './count-classes.ts';

/** The scores of one class, or of several together; 0 to 1, or NaN. */
export interface PrecisionRecallFscore {
  precision: number;
  recall: number;
  fscore: number;
}

/** Precision, recall and F-score from counts. */
export function precisionRecallFscore(
  { truePositives, predicted, actual }: Counts,
  { beta = 1, zeroDivision = 0 }: PrecisionRecallOptions,
): PrecisionRecallFscore {
  const divide = (a: number, b: number): number => (b === 0 ? zeroDivision : a / b);
  const precision = divide(truePositives, predicted);
  const recall = divide(truePositives, actual);
  if (beta === Number.POSITIVE_INFINITY) return { precision, recall, fscore: recall };
  if (beta === 0) return { precision, recall, fscore: precision };
  const fscore = divide((1 + beta ** 2) * truePositives, beta ** 2 * actual + predicted);
  return { precision, recall, fscore };
}
