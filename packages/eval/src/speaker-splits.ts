import { type ActorSplitOptions, actorSplit } from './actor-split.ts';
import { createRandom } from './random.ts';
import type { Row, Split } from './row.ts';

/** The test actors of the five folds that the literature on RAVDESS compares on. */
export const SPEAKER_FOLDS: readonly (readonly number[])[] = [
  [2, 5, 14, 15, 16],
  [3, 6, 7, 13, 18],
  [10, 11, 12, 19, 20],
  [8, 17, 21, 23, 24],
  [1, 4, 9, 22],
];

/**
 * The protocol `speaker`: the five folds of `SPEAKER_FOLDS`, in each of which the tested voices
 * were never heard. Three actors of the training side, of both sexes, validate. Only originals
 * validate and test.
 *
 * @returns One split a fold; indices ascend.
 * @throws {EvaluationError} `too-few` when a fold has no test, validation or training actor in
 *   `rows`; `bad-argument` for rows that contradict each other.
 *
 * @example
 * // Train on song as well; it never validates or tests.
 * speakerSplits(rows, { seed: 0, trainChannels: ['speech', 'song'] });
 */
export function speakerSplits(
  rows: readonly Row[],
  { seed, ...options }: ActorSplitOptions,
): Split[] {
  const random = createRandom('speakerSplits', seed);
  return SPEAKER_FOLDS.map((actors) => actorSplit('speakerSplits', rows, actors, random, options));
}
