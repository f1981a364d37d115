import { EvaluationError } from '../evaluation-error.ts';
import type { Label } from '../util/label.ts';
import { createRandom } from '../util/random.ts';
import type { Fold } from './stratified-k-fold.ts';
import { drawTest } from './train-test-split.ts';

export interface StratifiedShuffleSplitOptions {
  /** 10 unless given. */
  nSplits?: number;
  /** The part that is tested, in (0, 1); rounded up to whole samples; 0.1 unless given. */
  testSize?: number;
  /** 0 unless given. */
  seed?: number;
}

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
  { nSplits = 10, testSize = 0.1, seed = 0 }: StratifiedShuffleSplitOptions = {},
): Fold[] {
  const caller = 'stratifiedShuffleSplit';
  if (!Number.isInteger(nSplits) || nSplits < 1) {
    const message = `${caller}: \`nSplits\` must be an integer of 1 or more, got ${nSplits}`;
    throw new EvaluationError('bad-argument', message);
  }
  const random = createRandom(caller, seed);
  return Array.from({ length: nSplits }, () => drawTest(caller, y.length, testSize, random, y));
}
