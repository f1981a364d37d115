import type { OptionNames } from '@ser/internal';
import { EvaluationError } from '../evaluation-error.ts';
import { checkArray } from '../util/check-array.ts';
import { checkInteger } from '../util/check-integer.ts';
import { checkMostIndices } from '../util/check-most-indices.ts';
import { checkOptions } from '../util/check-options.ts';
import { dealGroups } from '../util/deal-groups.ts';
import { groupIndices } from '../util/group-indices.ts';
import type { Label } from '../util/label.ts';
import { createRandom } from '../util/random.ts';
import { shuffled } from '../util/shuffled.ts';
import { splitByGroup } from '../util/split-by-group.ts';
import { uniqueLabels } from '../util/unique-labels.ts';
import type { Fold } from './fold.ts';

/** The options of `stratifiedGroupKFold`. */
export interface StratifiedGroupKFoldOptions {
  /** How many folds, 2 or more. Default 5. */
  nSplits?: number;
  /**
   * Whether chance decides between groups whose classes are equally uneven. Otherwise the folds are
   * always the same. Default false.
   */
  shuffle?: boolean;
  /** The seed of `shuffle`. Default 0. */
  seed?: number;
}

const OPTIONS: OptionNames<StratifiedGroupKFoldOptions> = {
  nSplits: true,
  shuffle: true,
  seed: true,
};

/**
 * Folds that keep each group on one side and in which every class has about its share. Group after
 * group, from the one whose classes are most uneven on, goes to the fold where the classes' shares
 * then differ least between folds; of equally good folds, to the smallest. Without `shuffle` the
 * folds are scikit-learn's.
 *
 * @param y The class of each sample.
 * @param groups The group of each sample, such as its speaker or its recording.
 * @returns Indices ascend. A fold may test nothing where a few groups hold most samples.
 * @throws {EvaluationError} `bad-argument` unless `nSplits` is a whole number of 2 or more and both
 *   arrays are of one length; `too-few` when there are fewer groups than folds, or every class has
 *   fewer members.
 * @see scikit-learn's `StratifiedGroupKFold`
 */
export function stratifiedGroupKFold(
  y: ArrayLike<Label>,
  groups: ArrayLike<Label>,
  options: StratifiedGroupKFoldOptions = {},
): Fold[] {
  const caller = 'stratifiedGroupKFold';
  const { nSplits = 5, shuffle = false, seed = 0 } = checkOptions(caller, options, OPTIONS);
  checkInteger(caller, 'nSplits', nSplits, 2);
  checkArray(caller, 'y', y);
  checkArray(caller, 'groups', groups);
  if (groups.length !== y.length) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`groups\` must have ${y.length} entries, got ${groups.length}`,
    );
  }
  const columns = new Map(uniqueLabels(caller, y).map((label, column) => [label, column]));
  const members = groupIndices(groups);
  const names = uniqueLabels(caller, groups);
  const count = (indices: Iterable<number>): Float64Array => {
    const counts = new Float64Array(columns.size);
    for (const i of indices) counts[columns.get(y[i]) ?? 0]++;
    return counts;
  };
  const total = count(Array(y.length).keys());
  checkEnough(
    caller,
    nSplits,
    names.length,
    total.reduce((most, members) => Math.max(most, members), 0),
  );
  checkMostIndices(caller, nSplits, y.length);

  const random = createRandom(caller, seed);
  const order = shuffle ? shuffled(names, random) : names;
  const counts = new Map(order.map((name) => [name, count(members.get(name) ?? [])]));
  const foldOf = dealGroups(counts, nSplits);
  return Array.from({ length: nSplits }, (_, fold) =>
    splitByGroup(groups, (group) => foldOf.get(group) === fold),
  );
}

function checkEnough(caller: string, nSplits: number, groups: number, largest: number): void {
  if (groups >= nSplits && largest >= nSplits) return;
  const [what, got] =
    groups < nSplits ? ['groups', groups] : ['members of a class', `${largest} in the largest`];
  throw new EvaluationError(
    'too-few',
    `${caller}: there must be ${nSplits} ${what} or more for ${nSplits} folds, got ${got}`,
  );
}
