import type { GroupFigures } from './figures.ts';

/** The groups of `names`, in that order: those measured now, the others as they were. */
export function mergeGroups(
  names: readonly string[],
  committed: readonly GroupFigures[],
  measured: readonly GroupFigures[],
): GroupFigures[] {
  return names.flatMap((name) => {
    const named = (group: GroupFigures): boolean => group.name === name;
    const group = measured.find(named) ?? committed.find(named);
    return group ? [group] : [];
  });
}
