import type { OptionNames } from '@ser/internal';
import { EvaluationError } from '../evaluation-error.ts';
import { checkInteger } from '../util/check-integer.ts';
import { checkMostIndices } from '../util/check-most-indices.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Label } from '../util/label.ts';
import { createRandom } from '../util/random.ts';
import { shuffled } from '../util/shuffled.ts';
import { groupSizes, splitByGroup } from '../util/split-by-group.ts';
import type { Fold } from './fold.ts';

/** The options of `groupKFold`. */
export interface GroupKFoldOptions {
  /** How many folds, 2 or more. Default 5. */
  nSplits?: number;
  /**
   * Whether chance decides between groups of one size. Otherwise the folds are always the same.
   * Default false.
   */
  shuffle?: boolean;
  /** The seed of `shuffle`. Default 0. */
  seed?: number;
}

const OPTIONS: OptionNames<GroupKFoldOptions> = { nSplits: true, shuffle: true, seed: true };

/**
 * Folds that keep each group on one side, with test sides of about one size. Group after group,
 * from the largest on, goes to the smallest fold. Without `shuffle` the folds are scikit-learn's.
 *
 * @param groups The group of each sample, such as its speaker or its clip.
 * @returns Indices ascend.
 * @throws {EvaluationError} `bad-argument` unless `nSplits` is a whole number of 2 or more;
 *   `too-few` when there are fewer groups than folds.
 * @see scikit-learn's `GroupKFold`
 */
export function groupKFold(groups: ArrayLike<Label>, options: GroupKFoldOptions = {}): Fold[] {
  const { nSplits = 5, shuffle = false, seed = 0 } = checkOptions('groupKFold', options, OPTIONS);
  checkInteger('groupKFold', 'nSplits', nSplits, 2);
  const sizes = groupSizes('groupKFold', groups);
  if (sizes.size < nSplits) {
    throw new EvaluationError(
      'too-few',
      `groupKFold: there must be ${nSplits} groups or more for ${nSplits} folds, got ${sizes.size}`,
    );
  }
  checkMostIndices('groupKFold', nSplits, groups.length);
  const random = createRandom('groupKFold', seed);
  // Among groups of one size scikit-learn begins with the last.
  const names = shuffle ? shuffled(sizes.keys(), random) : [...sizes.keys()].reverse();
  const sizeOf = (group: Label): number => sizes.get(group) ?? 0;
  const foldOf = new Map<Label, number>();
  const loads = new Array<number>(nSplits).fill(0);
  for (const group of names.sort((a, b) => sizeOf(b) - sizeOf(a))) {
    const lightest = loads.reduce((best, load, fold) => (load < loads[best] ? fold : best), 0);
    loads[lightest] += sizeOf(group);
    foldOf.set(group, lightest);
  }
  return loads.map((_, fold) => splitByGroup(groups, (group) => foldOf.get(group) === fold));
}
