import { drawFolds } from '../util/draw-folds.ts';
import type { Label } from '../util/label.ts';
import { createRandom } from '../util/random.ts';
import type { Fold } from './fold.ts';

export interface StratifiedKFoldOptions {
  /** How many folds, 2 or more. Default 5. */
  nSplits?: number;
  /**
   * Draw the members of each class at random; otherwise they go to the folds in blocks. Default
   * false.
   */
  shuffle?: boolean;
  /** Of `shuffle`. Default 0. */
  seed?: number;
}

/**
 * Folds in which every class has its share: the counts of a class in two test sides differ by 1
 * at most, and so do the sizes of the test sides. Without `shuffle` the folds are scikit-learn's.
 *
 * @param y The class of each sample.
 * @returns Indices ascend.
 * @throws {EvaluationError} `bad-argument` unless `nSplits` is an integer of 2 or more;
 *   `too-few` when every class has fewer members than there are folds.
 * @see scikit-learn's `StratifiedKFold`
 */
export function stratifiedKFold(
  y: ArrayLike<Label>,
  { nSplits = 5, shuffle = false, seed = 0 }: StratifiedKFoldOptions = {},
): Fold[] {
  const random = createRandom('stratifiedKFold', seed);
  return drawFolds('stratifiedKFold', y, nSplits, shuffle ? random : undefined);
}
