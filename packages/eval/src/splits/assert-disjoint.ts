import { checkDisjoint } from '../util/check-disjoint.ts';
import type { Label } from '../util/label.ts';

/**
 * Checks that no group has rows on two sides of a split.
 *
 * @param split With any number of sides, such as `train`, `validation` and `test`. `adaptation` is
 *   none: what a voice is adapted to may be tested too, since its labels are not used.
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
  checkDisjoint('assertDisjoint', split, groups);
}
