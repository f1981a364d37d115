import type { Descriptors } from './descriptors/descriptors.ts';

/** Functionals that belong together: what they are called, and how they are computed. */
export interface Group {
  /** The names of the values, after that of the group. */
  names(): string[];
  /** As many values. What has too few frames to be computed is NaN. */
  compute(clip: Descriptors): ArrayLike<number>;
}

/** `c1_mean`, `c2_mean`, …, `c1_std`, …: each statistic of all channels. */
export const statisticNames = (
  channels: readonly string[],
  statistics: readonly string[],
): string[] =>
  statistics.flatMap((statistic) => channels.map((channel) => `${channel}_${statistic}`));

/** Values one after the other. */
export const concatenated = (...parts: readonly ArrayLike<number>[]): number[] =>
  parts.flatMap((part) => Array.from(part));
