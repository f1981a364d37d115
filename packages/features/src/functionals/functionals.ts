import type { Descriptors } from './descriptors/descriptors.ts';
import { concatenated } from './group.ts';
import { type FunctionalGroup, GROUPS } from './groups/index.ts';

/** The names of all groups, in the order of their values. */
export const functionalGroups = (): FunctionalGroup[] => Object.keys(GROUPS) as FunctionalGroup[];

/** The names of the values of some groups, such as `covariance_c1_level`. */
export const functionalNames = (groups: readonly FunctionalGroup[]): string[] =>
  groups.flatMap((group) => GROUPS[group].names().map((name) => `${group}_${name}`));

/**
 * The functionals of a clip, group by group. Those for which the clip is too short are 0: one of
 * fewer than 21 frames has no changes over 20 of them.
 */
export function functionals(clip: Descriptors, groups: readonly FunctionalGroup[]): Float32Array {
  const values = concatenated(...groups.map((group) => GROUPS[group].compute(clip)));
  const result = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = Number.isFinite(values[i]) ? values[i] : 0;
  return result;
}
