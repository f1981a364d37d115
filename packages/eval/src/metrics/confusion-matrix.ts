import type { OptionNames } from '@ser/internal';
import { checkChoice } from '../util/check-choice.ts';
import { checkOptions } from '../util/check-options.ts';
import { WEIGHT_OPTIONS, type WeightOptions } from '../util/check-targets.ts';
import { countConfusions } from '../util/count-confusions.ts';
import type { Label } from '../util/label.ts';

/** The options of `confusionMatrix`. */
export interface ConfusionMatrixOptions extends WeightOptions {
  /**
   * Which classes, in which order. Samples of other classes are not counted. Default: every class
   * that occurs.
   */
  labels?: readonly Label[];
  /**
   * Whether to divide each row (`true`), each column (`pred`) or everything (`all`) by its sum.
   * Default: none.
   */
  normalize?: 'true' | 'pred' | 'all';
}

const OPTIONS: OptionNames<ConfusionMatrixOptions> = {
  ...WEIGHT_OPTIONS,
  labels: true,
  normalize: true,
};

/**
 * How often each class was predicted as each: `matrix[t][p]` is the weight of the samples of class
 * `labels[t]` that were predicted as `labels[p]`; `[labels, labels]`. Where a sum
 * is 0, so are the quotients.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit, for more than 4096 classes,
 *   or when no sample of `yTrue` has one of `labels`.
 * @see scikit-learn's `confusion_matrix`
 *
 * @example
 * confusionMatrix(['sad', 'sad', 'calm'], ['sad', 'calm', 'calm'], { labels: ['calm', 'sad'] });
 * // [[1, 0], [1, 1]]
 */
export function confusionMatrix(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  matrixOptions: ConfusionMatrixOptions = {},
): number[][] {
  const { normalize, ...options } = checkOptions('confusionMatrix', matrixOptions, OPTIONS);
  checkChoice('confusionMatrix', 'normalize', normalize, [undefined, 'true', 'pred', 'all']);
  const matrix = countConfusions('confusionMatrix', yTrue, yPred, options);
  return normalize ? normalized(matrix, normalize) : matrix;
}

function normalized(matrix: number[][], by: 'true' | 'pred' | 'all'): number[][] {
  const rows = matrix.map(sum);
  const columns = matrix.map((_, p) => sum(matrix.map((row) => row[p])));
  const all = sum(rows);
  const divisor = (t: number, p: number): number =>
    by === 'true' ? rows[t] : by === 'pred' ? columns[p] : all;
  return matrix.map((row, t) => row.map((count, p) => (count === 0 ? 0 : count / divisor(t, p))));
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
