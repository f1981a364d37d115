import type { OptionNames } from '@ser/internal';
import { checkInteger } from '../util/check-integer.ts';
import { checkOptions } from '../util/check-options.ts';
import { drawTest } from '../util/draw-test.ts';
import type { Label } from '../util/label.ts';
import { createRandom } from '../util/random.ts';
import type { Fold } from './fold.ts';

/** The options of `trainTestSplit`. */
export interface TrainTestSplitOptions {
  /** The part that is tested, in (0, 1); rounded up to whole samples. Default 0.25. */
  testSize?: number;
  /** The class of each sample, where each class is to have its share. Default: none. */
  stratify?: ArrayLike<Label>;
  /** The seed of the draw. Default 0. */
  seed?: number;
}

const OPTIONS: OptionNames<TrainTestSplitOptions> = {
  testSize: true,
  stratify: true,
  seed: true,
};

/** Indices of more would take gigabytes. */
const MOST_SAMPLES = 1e8;

/**
 * Draws samples for training and testing; their indices come in random order.
 *
 * With `stratify` each class has `testSize` of its members in the test side, rounded up or down.
 *
 * @param n How many samples there are; up to 100 million.
 * @throws {EvaluationError} `bad-argument` for a `testSize` outside (0, 1) or a `stratify` that is
 *   not n long; `too-few` when a side would be empty, a class has a single member, or there are
 *   fewer test samples than classes.
 * @see scikit-learn's `train_test_split` and `StratifiedShuffleSplit`
 */
export function trainTestSplit(n: number, options: TrainTestSplitOptions = {}): Fold {
  const { testSize = 0.25, stratify, seed = 0 } = checkOptions('trainTestSplit', options, OPTIONS);
  checkInteger('trainTestSplit', 'n', n, 0, MOST_SAMPLES);
  return drawTest('trainTestSplit', n, testSize, createRandom('trainTestSplit', seed), stratify);
}
