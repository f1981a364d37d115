import { checkOptions } from '../util/check-options.ts';
import { WEIGHT_OPTIONS, type WeightOptions } from '../util/check-targets.ts';
import { countConfusions } from '../util/count-confusions.ts';
import type { Label } from '../util/label.ts';

/**
 * Matthews' correlation of targets and predictions, for two classes or more (there also called
 * R_K); 1 is perfect, 0 is chance, and -1, which only two classes reach, is always wrong. 0 where
 * all targets or all predictions are of one class, which correlates with nothing.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that are empty or differ in length.
 * @see scikit-learn's `matthews_corrcoef`; Gorodkin 2004, "Comparing two K-category assignments by
 *   a K-category correlation coefficient"
 */
export function matthewsCorrcoef(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  options: WeightOptions = {},
): number {
  const { sampleWeight } = checkOptions('matthewsCorrcoef', options, WEIGHT_OPTIONS);
  const matrix = countConfusions('matthewsCorrcoef', yTrue, yPred, { sampleWeight });
  const actual = matrix.map((row) => row.reduce((a, b) => a + b, 0));
  const predicted = matrix.map((_, p) => matrix.reduce((sum, row) => sum + row[p], 0));
  const right = matrix.reduce((sum, row, k) => sum + row[k], 0);
  const total = predicted.reduce((a, b) => a + b, 0);
  const spread = (total ** 2 - dot(predicted, predicted)) * (total ** 2 - dot(actual, actual));
  return spread === 0 ? 0 : (right * total - dot(actual, predicted)) / Math.sqrt(spread);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
