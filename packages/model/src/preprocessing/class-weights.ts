import { checkLabels } from '../util/check-labels.ts';

/**
 * "Balanced" class weights, `examples / (classes present · count of the class)`, as scikit-learn's
 * `compute_class_weight('balanced', …)`.
 *
 * @param y Class index of each example.
 * @param classes Number of classes; an absent one gets weight 0.
 * @returns Shape `[classes]`.
 * @throws {ModelError} `bad-argument`.
 */
export function classWeights(y: ArrayLike<number>, classes: number): Float32Array {
  checkLabels('classWeights', 'y', y, classes);
  const counts = new Array<number>(classes).fill(0);
  for (let i = 0; i < y.length; i++) counts[y[i]]++;
  const present = counts.filter((count) => count > 0).length;
  return Float32Array.from(counts, (count) => (count === 0 ? 0 : y.length / (present * count)));
}
