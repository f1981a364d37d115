import { EvaluationError } from '../evaluation-error.ts';
import { checkArray } from '../util/check-array.ts';
import { checkObject } from '../util/check-objects.ts';
import type { Label } from '../util/label.ts';

/**
 * Checks that no group has rows on two sides of a split.
 *
 * @param split With any number of sides, such as `train`, `validation` and `test`.
 * @param groups The group of each row: its clip or its speaker.
 * @throws {EvaluationError} `leaked-group`, naming the group and both sides; `bad-argument` when a
 *   row has no entry in `groups`.
 *
 * @example
 * assertDisjoint(split, rows.map((row) => row.speaker));
 */
export function assertDisjoint<S extends { [side in keyof S]: readonly number[] }>(
  split: S,
  groups: ArrayLike<Label>,
): void {
  checkObject('assertDisjoint', 'split', split);
  checkArray('assertDisjoint', 'groups', groups);
  const sideOf = new Map<Label, string>();
  for (const [side, indices] of Object.entries<readonly number[]>(split)) {
    checkArray('assertDisjoint', `split.${side}`, indices);
    for (const i of indices) {
      const group = groups[i];
      if (group === undefined) {
        throw new EvaluationError(
          'bad-argument',
          `assertDisjoint: \`groups\` must have an entry for row ${i}, ` +
            `got ${groups.length} entries`,
        );
      }
      const other = sideOf.get(group) ?? side;
      if (other !== side) {
        throw new EvaluationError(
          'leaked-group',
          `assertDisjoint: each group must stand on one side, got ${group} in ${other} and ${side}`,
        );
      }
      sideOf.set(group, side);
    }
  }
}
