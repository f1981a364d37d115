import { EvaluationError } from '../evaluation-error.ts';
import { speakerSplits } from '../splits/speaker-splits.ts';
import { checkList } from '../util/check-list.ts';
import { checkObjects } from '../util/check-objects.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSpeakerLists } from '../util/check-speaker-lists.ts';
import { checkStrings } from '../util/check-strings.ts';
import {
  FOLD_COUNT_OPTIONS,
  PROTOCOL_OPTIONS,
  type Protocol,
  type SpeakerLists,
} from './protocol.ts';

const CALLER = 'PROTOCOLS.selection';

/** Folds of the speakers on whom recipes are chosen. No other speaker trains or is tested. */
export const selection: Protocol = {
  name: 'selection',
  description: 'folds of new speakers, all among those on whom recipes are chosen',
  leaks: false,
  speakerFolds: true,
  foldCount(options) {
    const { speakers } = checkOptions(CALLER, options, FOLD_COUNT_OPTIONS);
    return foldsOf(speakers).length;
  },
  splits(rows, options) {
    const { seed, conditions, testConditions, speakers } = checkOptions(
      CALLER,
      options,
      PROTOCOL_OPTIONS,
    );
    const folds = foldsOf(speakers);
    const chosen = new Set(folds.flat());
    checkObjects(CALLER, 'rows', rows, ['clip', 'label', 'speaker', 'variant']);
    const kept = [...rows.keys()].filter((i) => chosen.has(rows[i].speaker));
    const splits = speakerSplits(
      kept.map((i) => rows[i]),
      { seed, folds, conditions, testConditions, validationSpeakers: 0 },
    );
    const back = (indices: readonly number[]): number[] => indices.map((i) => kept[i]);
    return splits.map(({ train, validation, test }) => ({
      train: back(train),
      validation: back(validation),
      test: back(test),
    }));
  },
};

function foldsOf(speakers: SpeakerLists | undefined): readonly (readonly string[])[] {
  const { selection: folds } = checkSpeakerLists(CALLER, 'speakers', speakers);
  if (folds === undefined) {
    throw new EvaluationError(
      'bad-argument',
      `${CALLER}: \`speakers.selection\` must list the speakers that each fold tests, got none`,
    );
  }
  checkList(CALLER, 'speakers.selection', folds);
  for (const fold of folds) checkStrings(CALLER, 'speakers.selection', fold);
  return folds;
}
