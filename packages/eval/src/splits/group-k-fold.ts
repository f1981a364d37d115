import { EvaluationError } from '../evaluation-error.ts';
import { type Label, uniqueLabels } from '../util/label.ts';
import { createRandom, shuffled } from '../util/random.ts';
import type { Fold } from './stratified-k-fold.ts';

export interface GroupKFoldOptions {
  /** 5 unless given. */
  nSplits?: number;
  /** Let chance decide between groups of one size; otherwise the folds are always the same. */
  shuffle?: boolean;
  /** Of `shuffle`; 0 unless given. */
  seed?: number;
}

/**
 * Folds that keep each group on one side, with test sides of about one size: the largest group
 * left goes to the smallest fold. Without `shuffle` the folds are scikit-learn's.
 *
 * @param groups The group of each sample, such as its actor or its clip.
 * @throws {EvaluationError} `bad-argument` unless `nSplits` is an integer of 2 or more; `too-few`
 *   when there are fewer groups than folds.
 * @see scikit-learn's `GroupKFold`
 */
export function groupKFold(
  groups: ArrayLike<Label>,
  { nSplits = 5, shuffle = false, seed = 0 }: GroupKFoldOptions = {},
): Fold[] {
  if (!Number.isInteger(nSplits) || nSplits < 2) {
    const message = `groupKFold: \`nSplits\` must be an integer of 2 or more, got ${nSplits}`;
    throw new EvaluationError('bad-argument', message);
  }
  const sizes = groupSizes('groupKFold', groups);
  if (sizes.size < nSplits) {
    throw new EvaluationError(
      'too-few',
      `groupKFold: there must be ${nSplits} groups or more for ${nSplits} folds, got ${sizes.size}`,
    );
  }
  // Of equal groups scikit-learn takes the last first.
  const names = shuffle
    ? shuffled(sizes.keys(), createRandom('groupKFold', seed))
    : [...sizes.keys()].reverse();
  const sizeOf = (group: Label): number => sizes.get(group) ?? 0;
  const foldOf = new Map<Label, number>();
  const loads = new Array<number>(nSplits).fill(0);
  for (const group of names.sort((a, b) => sizeOf(b) - sizeOf(a))) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] += sizeOf(group);
    foldOf.set(group, lightest);
  }
  return loads.map((_, fold) => sidesOf(groups, (group) => foldOf.get(group) === fold));
}

/**
 * A fold for each group, in the order of their names, with that group alone in the test side:
 * leave one actor out.
 *
 * @throws {EvaluationError} `too-few` when there is one group or none.
 * @see scikit-learn's `LeaveOneGroupOut`
 */
export function leaveOneGroupOut(groups: ArrayLike<Label>): Fold[] {
  const names = [...groupSizes('leaveOneGroupOut', groups).keys()];
  if (names.length < 2) {
    throw new EvaluationError(
      'too-few',
      `leaveOneGroupOut: there must be two groups or more, got ${names.length}`,
    );
  }
  return names.map((name) => sidesOf(groups, (group) => group === name));
}

/** How many samples each group has, in the order of the groups' names. */
function groupSizes(caller: string, groups: ArrayLike<Label>): Map<Label, number> {
  const sizes = new Map(uniqueLabels(caller, groups).map((group) => [group, 0]));
  for (let i = 0; i < groups.length; i++) sizes.set(groups[i], (sizes.get(groups[i]) ?? 0) + 1);
  return sizes;
}

function sidesOf(groups: ArrayLike<Label>, isTest: (group: Label) => boolean): Fold {
  const sides: Fold = { train: [], test: [] };
  for (let i = 0; i < groups.length; i++) (isTest(groups[i]) ? sides.test : sides.train).push(i);
  return sides;
}
