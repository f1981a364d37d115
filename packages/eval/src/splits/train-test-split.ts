import { EvaluationError } from '../evaluation-error.ts';
import type { Label } from '../util/label.ts';
import { createRandom, type Random, shuffled } from '../util/random.ts';
import type { Fold } from './stratified-k-fold.ts';

export interface TrainTestSplitOptions {
  /** The part that is tested, in (0, 1); rounded up to whole samples; 0.25 unless given. */
  testSize?: number;
  /** The class of each sample: each then has its share on both sides. */
  stratify?: ArrayLike<Label>;
  /** 0 unless given. */
  seed?: number;
}

/**
 * Draws samples for training and testing; their indices come in random order.
 *
 * With `stratify` each class has `testSize` of its members in the test side, rounded up or down.
 *
 * @param n How many samples there are.
 * @throws {EvaluationError} `bad-argument` for a `testSize` outside (0, 1) or a `stratify` that
 *   is not n long; `too-few` when a side would be empty, a class has a single member, or there
 *   are fewer test samples than classes.
 * @see scikit-learn's `train_test_split` and `StratifiedShuffleSplit`
 */
export function trainTestSplit(
  n: number,
  { testSize = 0.25, stratify, seed = 0 }: TrainTestSplitOptions = {},
): Fold {
  return drawTest('trainTestSplit', n, testSize, createRandom('trainTestSplit', seed), stratify);
}

export function drawTest(
  caller: string,
  n: number,
  testSize: number,
  random: Random,
  stratify?: ArrayLike<Label>,
): Fold {
  if (!(testSize > 0 && testSize < 1)) {
    const message = `${caller}: \`testSize\` must be in (0, 1), got ${testSize}`;
    throw new EvaluationError('bad-argument', message);
  }
  const count = Math.ceil(n * testSize);
  if (count === 0 || count === n) {
    throw new EvaluationError(
      'too-few',
      `${caller}: both sides must have a sample or more, got ${count} of ${n} for the test`,
    );
  }
  const order = shuffled(Array(n).keys(), random);
  if (!stratify) return { train: order.slice(count), test: order.slice(0, count) };
  if (stratify.length !== n) {
    const message = `${caller}: \`stratify\` must be as long as the samples, ${n}, got ${stratify.length}`;
    throw new EvaluationError('bad-argument', message);
  }

  const left = testShares(caller, order, count, stratify, random);
  const sides: Fold = { train: [], test: [] };
  for (const index of order) {
    const share = left.get(stratify[index]) ?? 0;
    left.set(stratify[index], share - 1);
    (share > 0 ? sides.test : sides.train).push(index);
  }
  return sides;
}

/** How many of the `count` test samples each class gets: largest remainders, ties at random. */
function testShares(
  caller: string,
  order: readonly number[],
  count: number,
  stratify: ArrayLike<Label>,
  random: Random,
): Map<Label, number> {
  const members = new Map<Label, number>();
  for (const index of order) members.set(stratify[index], (members.get(stratify[index]) ?? 0) + 1);
  for (const [label, size] of members) {
    if (size < 2) {
      const message = `${caller}: each class must have 2 members or more, got ${size} of ${label}`;
      throw new EvaluationError('too-few', message);
    }
  }
  if (count < members.size) {
    throw new EvaluationError(
      'too-few',
      `${caller}: the test side must have a sample for each of ${members.size} classes, got ${count}`,
    );
  }
  const shares = new Map<Label, number>();
  const remainders: { label: Label; remainder: number }[] = [];
  let dealt = 0;
  for (const [label, size] of members) {
    // In whole numbers, so that equal remainders are equal.
    const share = Math.floor((size * count) / order.length);
    shares.set(label, share);
    remainders.push({ label, remainder: size * count - share * order.length });
    dealt += share;
  }
  const byRemainder = shuffled(remainders, random).sort((a, b) => b.remainder - a.remainder);
  for (const { label } of byRemainder.slice(0, count - dealt)) {
    shares.set(label, (shares.get(label) ?? 0) + 1);
  }
  return shares;
}
