import { geometricMean } from '../../util/geometric-mean.ts';

/** How an ensemble averages probabilities. */
export type EnsembleMean = 'geometric' | 'arithmetic';

/**
 * Weighted means of the probabilities of several models.
 *
 * @param scores Of each model, row-major `[examples, classes]`; with one class, its probability
 *   beside that of none.
 * @param weights Of each model; they add up to 1.
 * @returns Row-major `[examples, classes]`.
 */
export function mixScores(
  scores: readonly Float32Array[],
  weights: readonly number[],
  { classes, mean }: { classes: number; mean: EnsembleMean },
): Float32Array {
  const mixed = new Float32Array(scores[0].length);
  if (mean === 'arithmetic') {
    return mixed.map((_, i) => scores.reduce((sum, each, m) => sum + weights[m] * each[i], 0));
  }
  for (let row = 0; row < mixed.length; row += classes) {
    const rows = scores.map((each) => each.subarray(row, row + classes));
    mixed.set(geometricMean(rows, weights), row);
  }
  return mixed;
}
