import { EvaluationError } from '../evaluation-error.ts';
import { checkChoice } from '../util/check-choice.ts';
import { checkTargets, type WeightOptions } from '../util/check-targets.ts';
import { chooseLabels, type Label } from '../util/label.ts';

export interface ConfusionMatrixOptions extends WeightOptions {
  /** Which classes, in which order; samples of other classes are not counted. */
  labels?: readonly Label[];
  /** Divide each row (`true`), each column (`pred`) or everything (`all`) by its sum. */
  normalize?: 'true' | 'pred' | 'all';
}

/**
 * How often each class was taken for each: `matrix[t][p]` is the weight of the samples of class
 * `labels[t]` that were predicted as `labels[p]`; [shape=(labels, labels)]. A sum of 0 divides
 * to 0.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit, or when no sample of `yTrue`
 *   has one of `labels`.
 * @see scikit-learn's `confusion_matrix`
 *
 * @example
 * confusionMatrix(['sad', 'sad', 'calm'], ['sad', 'calm', 'calm'], { labels: ['calm', 'sad'] });
 * // [[1, 0], [1, 1]]
 */
export function confusionMatrix(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  { normalize, ...options }: ConfusionMatrixOptions = {},
): number[][] {
  checkChoice('confusionMatrix', 'normalize', normalize, [undefined, 'true', 'pred', 'all']);
  const matrix = countConfusions('confusionMatrix', yTrue, yPred, options);
  return normalize ? normalized(matrix, normalize) : matrix;
}

/** `confusionMatrix` with errors in the name of another function. */
export function countConfusions(
  caller: string,
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  { labels, sampleWeight }: Omit<ConfusionMatrixOptions, 'normalize'>,
): number[][] {
  const weight = checkTargets(caller, yTrue, yPred, sampleWeight);
  const classes = chooseLabels(caller, labels, yTrue, yPred);
  const indexOf = new Map(classes.map((label, i) => [label, i]));
  const matrix = classes.map(() => new Array<number>(classes.length).fill(0));
  let known = false;
  for (let i = 0; i < yTrue.length; i++) {
    const t = indexOf.get(yTrue[i]);
    const p = indexOf.get(yPred[i]);
    known ||= t !== undefined;
    if (t !== undefined && p !== undefined) matrix[t][p] += weight(i);
  }
  if (!known) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`labels\` must name a class of \`yTrue\`, got ${JSON.stringify(classes)}`,
    );
  }
  return matrix;
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
