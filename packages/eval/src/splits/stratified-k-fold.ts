import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { drawFolds } from '../util/draw-folds.ts';
import type { Label } from '../util/label.ts';
import { createRandom } from '../util/random.ts';
import type { Fold } from './fold.ts';

/** The options of `stratifiedKFold`. */
export interface StratifiedKFoldOptions {
  /** How many folds, 2 or more. Default 5. */
  nSplits?: number;
  /**
   * Whether the members of each class are drawn at random. Otherwise they go to the folds in
   * blocks. Default false.
   */
  shuffle?: boolean;
  /** The seed of `shuffle`. Default 0. */
  seed?: number;
}

const OPTIONS: OptionNames<StratifiedKFoldOptions> = { nSplits: true, shuffle: true, seed: true };

/**
 * Folds in which every class has its share. The counts of a class in two test sides differ by 1 at
 * most, and so do the sizes of two test sides. Without `shuffle` the folds are scikit-learn's.
 *
 * @param y The class of each sample.
 * @returns Indices ascend.
 * @throws {EvaluationError} `bad-argument` unless `nSplits` is a whole number of 2 or more;
 *   `too-few` when every class has fewer members than there are folds.
 * @see scikit-learn's `StratifiedKFold`
 */
export function stratifiedKFold(y: ArrayLike<Label>, options: StratifiedKFoldOptions = {}): Fold[] {
  const {
    nSplits = 5,
    shuffle = false,
    seed = 0,
  } = checkOptions('stratifiedKFold', options, OPTIONS);
  const random = createRandom('stratifiedKFold', seed);
  return drawFolds('stratifiedKFold', y, nSplits, shuffle ? random : undefined);
}
