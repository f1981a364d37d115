import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { createRandom } from '../util/random.ts';
import { splitBySpeaker } from '../util/split-by-speaker.ts';
import type { Row } from './row.ts';
import { SPEAKER_SPLIT_OPTIONS, type SpeakerSplitOptions } from './speaker-split-options.ts';
import type { Split } from './split.ts';

/** The options of `holdoutSplit`. */
export interface HoldoutSplitOptions extends SpeakerSplitOptions {
  /** The speakers that are tested. */
  testSpeakers: readonly string[];
}

const OPTIONS: OptionNames<HoldoutSplitOptions> = { ...SPEAKER_SPLIT_OPTIONS, testSpeakers: true };

/**
 * The protocol `holdout`: some speakers are tested, and the others train and validate. Only
 * originals validate and test.
 *
 * Where two speakers have one recording, it is on one side, as in `speakerSplits`.
 *
 * @returns Indices ascend.
 * @throws {EvaluationError} `too-few` when there is no test, validation or training speaker in
 *   `rows`; `bad-argument` for rows that contradict each other or lack a speaker.
 */
export function holdoutSplit(rows: readonly Row[], splitOptions: HoldoutSplitOptions): Split {
  const { seed, testSpeakers, ...options } = checkOptions('holdoutSplit', splitOptions, OPTIONS);
  const random = createRandom('holdoutSplit', seed);
  return splitBySpeaker('holdoutSplit', rows, testSpeakers, random, options);
}
