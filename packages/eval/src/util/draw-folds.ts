import { EvaluationError } from '../evaluation-error.ts';
import type { Fold } from '../splits/fold.ts';
import { checkArray } from './check-array.ts';
import { checkInteger } from './check-integer.ts';
import { checkMostIndices } from './check-most-indices.ts';
import { groupIndices } from './group-indices.ts';
import type { Label } from './label.ts';
import type { Random } from './random.ts';
import { shuffled } from './shuffled.ts';

/**
 * `stratifiedKFold` with a generator. Without one, the members of a class go to the folds in
 * blocks.
 */
export function drawFolds(
  caller: string,
  y: ArrayLike<Label>,
  nSplits: number,
  random?: Random,
): Fold[] {
  checkInteger(caller, 'nSplits', nSplits, 2);
  checkArray(caller, 'y', y);
  const members = groupIndices(y);
  const largest = [...members.values()].reduce((most, { length }) => Math.max(most, length), 0);
  if (nSplits > largest) {
    throw new EvaluationError(
      'too-few',
      `${caller}: a class must have ${nSplits} members or more for ${nSplits} folds, ` +
        `got ${largest} in the largest`,
    );
  }
  checkMostIndices(caller, nSplits, y.length);

  const foldOf = new Int32Array(y.length);
  // Class after class, the samples go to the folds in turn, which keeps the folds' sizes even.
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
