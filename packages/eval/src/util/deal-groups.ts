import { pairwiseSum } from './pairwise-sum.ts';

/**
 * The fold of each group, so that every class has about its share in every fold. Group after group,
 * from the one whose classes are most uneven on, goes to the fold where the classes' shares then
 * differ least between folds; of equally good folds, to the smallest.
 *
 * @param counts how many members each group has in each class; groups whose classes are equally
 *   uneven are dealt in the order of the map
 * @returns the fold of each group, from 0; a fold may have none
 * @see scikit-learn's `StratifiedGroupKFold`
 */
export function dealGroups<Group>(
  counts: ReadonlyMap<Group, Float64Array>,
  nSplits: number,
): Map<Group, number> {
  const [first = new Float64Array()] = counts.values();
  const total = new Float64Array(first.length);
  for (const own of counts.values()) add(total, own, 1);
  const uneven = [...counts]
    .map(([group, own]) => ({ group, own, deviation: deviation(own) }))
    .sort((a, b) => b.deviation - a.deviation);
  const folds = Array.from({ length: nSplits }, () => new Float64Array(total.length));
  const foldOf = new Map<Group, number>();
  for (const { group, own } of uneven) {
    const best = bestFold(folds, own, total);
    add(folds[best], own, 1);
    foldOf.set(group, best);
  }
  return foldOf;
}

/** How close is equal, by NumPy's `isclose`. */
const RTOL = 1e-5;
const ATOL = 1e-8;

/** The fold to which a group is added best. */
function bestFold(
  folds: readonly Float64Array[],
  group: Float64Array,
  total: Float64Array,
): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  let fewest = Number.POSITIVE_INFINITY;
  folds.forEach((fold, i) => {
    add(fold, group, 1);
    const spread = meanSpread(folds, total);
    add(fold, group, -1);
    const samples = fold.reduce((a, b) => a + b, 0);
    const isClose = Math.abs(spread - least) <= ATOL + RTOL * least;
    if (spread < least || (least < Number.POSITIVE_INFINITY && isClose && samples < fewest)) {
      best = i;
      least = spread;
      fewest = samples;
    }
  });
  return best;
}

/** How much the shares of a class differ between folds, on average over the classes. */
function meanSpread(folds: readonly Float64Array[], total: Float64Array): number {
  const spreads = total.map((all, k) => {
    const shares = folds.map((fold) => fold[k] / all);
    const mean = shares.reduce((a, b) => a + b, 0) / shares.length;
    const squares = shares.reduce((sum, share) => sum + (share - mean) * (share - mean), 0);
    return Math.sqrt(squares / shares.length);
  });
  return pairwiseSum(spreads) / spreads.length;
}

/** NumPy's `std`, to its rounding. */
function deviation(values: Float64Array): number {
  const mean = pairwiseSum(values) / values.length;
  const squares = values.map((value) => (value - mean) * (value - mean));
  return Math.sqrt(pairwiseSum(squares) / values.length);
}

function add(fold: Float64Array, group: Float64Array, sign: 1 | -1): void {
  for (let k = 0; k < fold.length; k++) fold[k] += sign * group[k];
}
