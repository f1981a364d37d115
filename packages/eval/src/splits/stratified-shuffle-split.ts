import type { OptionNames } from '@ser/internal';
import { checkArray } from '../util/check-array.ts';
import { checkInteger } from '../util/check-integer.ts';
import { checkMostIndices } from '../util/check-most-indices.ts';
import { checkOptions } from '../util/check-options.ts';
import { drawTest } from '../util/draw-test.ts';
import type { Label } from '../util/label.ts';
import { createRandom } from '../util/random.ts';
import type { Fold } from './fold.ts';

/** The options of `stratifiedShuffleSplit`. */
export interface StratifiedShuffleSplitOptions {
  /** How many draws, 1 to a million. Default 10. */
  nSplits?: number;
  /** The part that is tested, in (0, 1); rounded up to whole samples. Default 0.1. */
  testSize?: number;
  /** The seed of all draws. Default 0. */
  seed?: number;
}

const OPTIONS: OptionNames<StratifiedShuffleSplitOptions> = {
  nSplits: true,
  testSize: true,
  seed: true,
};

const MOST_SPLITS = 1e6;

/**
 * Several draws of training and test samples, each of which gives every class its share on both
 * sides. The test sides of two draws overlap. Indices come in random order.
 *
 * @param y The class of each sample.
 * @throws {EvaluationError} as `trainTestSplit`, and `bad-argument` unless `nSplits` is an integer
 *   of 1 or more.
 * @see scikit-learn's `StratifiedShuffleSplit`
 */
export function stratifiedShuffleSplit(
  y: ArrayLike<Label>,
  options: StratifiedShuffleSplitOptions = {},
): Fold[] {
  const caller = 'stratifiedShuffleSplit';
  const { nSplits = 10, testSize = 0.1, seed = 0 } = checkOptions(caller, options, OPTIONS);
  checkArray(caller, 'y', y);
  checkInteger(caller, 'nSplits', nSplits, 1, MOST_SPLITS);
  checkMostIndices(caller, nSplits, y.length);
  const random = createRandom(caller, seed);
  return Array.from({ length: nSplits }, () => drawTest(caller, y.length, testSize, random, y));
}
