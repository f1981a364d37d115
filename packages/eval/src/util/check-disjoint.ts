import { EvaluationError } from '../evaluation-error.ts';
import type { Split } from '../splits/split.ts';
import { checkArray } from './check-array.ts';
import { checkList } from './check-list.ts';
import { checkObject } from './check-objects.ts';
import type { Label } from './label.ts';

const ADAPTATION: keyof Split = 'adaptation';

/** `assertDisjoint` for other functions: its errors name the caller. */
export function checkDisjoint<S extends { [side in keyof S]: readonly number[] }>(
  caller: string,
  split: S,
  groups: ArrayLike<Label>,
): void {
  checkObject(caller, 'split', split);
  checkArray(caller, 'groups', groups);
  const sideOf = new Map<Label, string>();
  for (const [side, indices] of Object.entries<readonly number[]>(split)) {
    // Clips that a voice is adapted to are on no side: their labels are not used.
    if (side === ADAPTATION) continue;
    checkList(caller, `split.${side}`, indices);
    for (const i of indices) {
      const group = groups[i];
      if (group === undefined) {
        throw new EvaluationError(
          'bad-argument',
          `${caller}: \`groups\` must have an entry for row ${i}, got ${groups.length} entries`,
        );
      }
      const other = sideOf.get(group) ?? side;
      if (other !== side) {
        throw new EvaluationError(
          'leaked-group',
          `${caller}: each group must stand on one side, got ${group} in ${other} and ${side}`,
        );
      }
      sideOf.set(group, side);
    }
  }
}
