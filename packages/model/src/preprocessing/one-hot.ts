import { checkLabels } from '../util/check-labels.ts';

/**
 * One-hot rows, as Keras' `to_categorical`.
 *
 * @param y Class index of each example.
 * @returns Row-major `[examples, classes]`.
 * @throws {ModelError} `bad-argument`.
 */
export function oneHot(y: ArrayLike<number>, classes: number): Float32Array {
  checkLabels('oneHot', 'y', y, classes);
  const rows = new Float32Array(y.length * classes);
  for (let i = 0; i < y.length; i++) rows[i * classes + y[i]] = 1;
  return rows;
}
