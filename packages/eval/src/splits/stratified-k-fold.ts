import { EvaluationError } from '../evaluation-error.ts';
import type { Label } from '../util/label.ts';
import { createRandom, type Random, shuffled } from '../util/random.ts';

export interface StratifiedKFoldOptions {
  /** 5 unless given. */
  nSplits?: number;
  /** Draw the members of each class at random; otherwise they go to the folds in blocks. */
  shuffle?: boolean;
  /** Of `shuffle`; 0 unless given. */
  seed?: number;
}

/** Indices of samples, ascending. */
export interface Fold {
  train: number[];
  test: number[];
}

/**
 * Folds in which every class has its share: the counts of a class in two test sides differ by 1
 * at most, and so do the sizes of the test sides. Without `shuffle` the folds are scikit-learn's.
 *
 * @param y The class of each sample.
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

export function drawFolds(
  caller: string,
  y: ArrayLike<Label>,
  nSplits: number,
  random?: Random,
): Fold[] {
  if (!Number.isInteger(nSplits) || nSplits < 2) {
    const message = `${caller}: \`nSplits\` must be an integer of 2 or more, got ${nSplits}`;
    throw new EvaluationError('bad-argument', message);
  }
  const members = new Map<Label, number[]>();
  for (let i = 0; i < y.length; i++) {
    const indices = members.get(y[i]);
    if (indices) indices.push(i);
    else members.set(y[i], [i]);
  }
  const largest = Math.max(0, ...[...members.values()].map((indices) => indices.length));
  if (nSplits > largest) {
    throw new EvaluationError(
      'too-few',
      `${caller}: a class must have ${nSplits} members or more for ${nSplits} folds, ` +
        `got ${largest} in the largest`,
    );
  }

  const foldOf = new Int32Array(y.length);
  // Dealing the samples out like cards, one class after the other, keeps the folds' sizes even.
  let dealt = 0;
  for (const indices of members.values()) {
    const share = new Array<number>(nSplits).fill(0);
    for (const _ of indices) share[dealt++ % nSplits]++;
    const blocks = share.flatMap((count, fold) => new Array<number>(count).fill(fold));
    const folds = random ? shuffled(blocks, random) : blocks;
    indices.forEach((index, i) => {
      foldOf[index] = folds[i];
    });
  }
  return Array.from({ length: nSplits }, (_, fold) => {
    const sides: Fold = { train: [], test: [] };
    foldOf.forEach((of, i) => {
      (of === fold ? sides.test : sides.train).push(i);
    });
    return sides;
  });
}
