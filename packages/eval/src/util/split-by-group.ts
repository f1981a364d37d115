import type { Fold } from '../splits/fold.ts';
import { checkArray } from './check-array.ts';
import type { Label } from './label.ts';
import { uniqueLabels } from './unique-labels.ts';

/** How many samples each group has, in the order of the groups' names. */
export function groupSizes(caller: string, groups: ArrayLike<Label>): Map<Label, number> {
  checkArray(caller, 'groups', groups);
  const sizes = new Map(uniqueLabels(caller, groups).map((group) => [group, 0]));
  for (let i = 0; i < groups.length; i++) sizes.set(groups[i], (sizes.get(groups[i]) ?? 0) + 1);
  return sizes;
}

/** The samples whose group is tested, and the others; indices ascend. */
export function splitByGroup(groups: ArrayLike<Label>, isTest: (group: Label) => boolean): Fold {
  const sides: Fold = { train: [], test: [] };
  for (let i = 0; i < groups.length; i++) (isTest(groups[i]) ? sides.test : sides.train).push(i);
  return sides;
}
