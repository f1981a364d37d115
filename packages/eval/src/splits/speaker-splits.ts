import type { OptionNames } from '@ser/internal';
import { EvaluationError } from '../evaluation-error.ts';
import { checkList } from '../util/check-list.ts';
import { checkOptions } from '../util/check-options.ts';
import { createRandom } from '../util/random.ts';
import { splitBySpeaker } from '../util/split-by-speaker.ts';
import type { Row } from './row.ts';
import { SPEAKER_SPLIT_OPTIONS, type SpeakerSplitOptions } from './speaker-split-options.ts';
import type { Split } from './split.ts';

/** The options of `speakerSplits`. */
export interface SpeakerSplitsOptions extends SpeakerSplitOptions {
  /** The speakers that each fold tests. */
  folds: readonly (readonly string[])[];
}

const OPTIONS: OptionNames<SpeakerSplitsOptions> = { ...SPEAKER_SPLIT_OPTIONS, folds: true };

/**
 * The protocol `speaker`: folds of whole speakers, in each of which no tested speaker is trained
 * on. Speakers of the training side validate. Only originals validate and test.
 *
 * Where two speakers have one recording, it is on one side: training leaves out what is tested or
 * validates, and validation what is tested. `leftOutTwins` names the clips.
 *
 * @returns One split a fold; indices ascend.
 * @throws {EvaluationError} `too-few` when a fold has no test, validation or training speaker in
 *   `rows`; `bad-argument` for rows that contradict each other or lack a speaker, and for no folds.
 *
 * @example
 * // Train on song as well; it never validates or tests.
 * speakerSplits(rows, {
 *   seed: 0,
 *   folds: [['01', '02'], ['03', '04']],
 *   conditions: ['speech', 'song'],
 *   testConditions: ['speech'],
 * });
 */
export function speakerSplits(rows: readonly Row[], splitOptions: SpeakerSplitsOptions): Split[] {
  const { seed, folds, ...options } = checkOptions('speakerSplits', splitOptions, OPTIONS);
  checkList('speakerSplits', 'folds', folds);
  if (folds.length === 0) {
    const message = 'speakerSplits: `folds` must hold a list of speakers or more, got 0';
    throw new EvaluationError('bad-argument', message);
  }
  const random = createRandom('speakerSplits', seed);
  return folds.map((speakers) => splitBySpeaker('speakerSplits', rows, speakers, random, options));
}
