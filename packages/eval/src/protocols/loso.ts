import { EvaluationError } from '../evaluation-error.ts';
import type { Row } from '../splits/row.ts';
import { speakerSplits } from '../splits/speaker-splits.ts';
import { checkObjects } from '../util/check-objects.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSpeakerLists } from '../util/check-speaker-lists.ts';
import { checkStrings } from '../util/check-strings.ts';
import { hasCondition } from '../util/has-condition.ts';
import { naturalOrder } from '../util/natural-order.ts';
import { FOLD_COUNT_OPTIONS, PROTOCOL_OPTIONS, type Protocol } from './protocol.ts';

const CALLER = 'PROTOCOLS.loso';

/** New speakers, one a fold. */
export const loso: Protocol = {
  name: 'loso',
  description: 'leave one speaker out: a fold for each speaker, who was not heard in training',
  leaks: false,
  speakerFolds: true,
  foldCount(options) {
    const { rows, speakers, ...conditions } = checkOptions(CALLER, options, FOLD_COUNT_OPTIONS);
    if (rows !== undefined) return speakersOf(rows, conditions).length;
    const { folds } = checkSpeakerLists(CALLER, 'speakers', speakers);
    return new Set(folds.flat()).size;
  },
  splits(rows, options) {
    const { seed, conditions, testConditions } = checkOptions(CALLER, options, PROTOCOL_OPTIONS);
    const folds = speakersOf(rows, { conditions, testConditions }).map((speaker) => [speaker]);
    if (folds.length < 2) {
      throw new EvaluationError(
        'too-few',
        `${CALLER}: \`rows\` must hold two speakers or more` +
          `${testConditions ? ` in ${testConditions.join(' and ')}` : ''}, got ${folds.length}`,
      );
    }
    return speakerSplits(rows, { seed, folds, conditions, testConditions, validationSpeakers: 0 });
  },
};

/** The speakers of rows that can be tested, in the natural order of their names. */
function speakersOf(
  rows: readonly Row[],
  {
    conditions,
    testConditions = conditions,
  }: { conditions?: readonly string[]; testConditions?: readonly string[] },
): string[] {
  checkObjects(CALLER, 'rows', rows, ['clip', 'label', 'speaker', 'variant']);
  if (conditions !== undefined) checkStrings(CALLER, 'conditions', conditions);
  if (testConditions !== undefined) checkStrings(CALLER, 'testConditions', testConditions);
  const tested = rows.filter((row) => hasCondition(row, testConditions));
  return [...new Set(tested.map(({ speaker }) => speaker))].sort(naturalOrder);
}
