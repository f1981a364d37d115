import { type ActorSplitOptions, actorSplit } from './actor-split.ts';
import { createRandom } from './random.ts';
import type { Row, Split } from './row.ts';

/** The actors that the protocol `holdout` tests. */
export const HOLDOUT_ACTORS: readonly number[] = [21, 22, 23, 24];

export interface HoldoutSplitOptions extends ActorSplitOptions {
  /** `HOLDOUT_ACTORS` unless given. */
  testActors?: readonly number[];
}

/**
 * The protocol `holdout`: trained on actors 1 to 20, of whom three validate, and tested on 21 to
 * 24. Only originals validate and test.
 *
 * @returns Indices ascend.
 * @throws {EvaluationError} `too-few` when there is no test, validation or training actor in
 *   `rows`; `bad-argument` for rows that contradict each other.
 */
export function holdoutSplit(
  rows: readonly Row[],
  { seed, testActors = HOLDOUT_ACTORS, ...options }: HoldoutSplitOptions,
): Split {
  const random = createRandom('holdoutSplit', seed);
  return actorSplit('holdoutSplit', rows, testActors, random, options);
}
