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
export function concatenated(...parts: readonly ArrayLike<number>[]): Float64Array {
  const result = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
