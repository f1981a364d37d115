import { speakerSplits } from '../splits/speaker-splits.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSpeakerLists } from '../util/check-speaker-lists.ts';
import { FOLD_COUNT_OPTIONS, PROTOCOL_OPTIONS, type Protocol } from './protocol.ts';

/** New speakers; each fold tests others. */
export const speaker: Protocol = {
  name: 'speaker',
  description: 'folds of whole speakers; no tested speaker was heard in training',
  leaks: false,
  speakerFolds: true,
  foldCount(options) {
    const { speakers } = checkOptions('PROTOCOLS.speaker', options, FOLD_COUNT_OPTIONS);
    return checkSpeakerLists('PROTOCOLS.speaker', 'speakers', speakers).folds.length;
  },
  splits(rows, options) {
    const { seed, conditions, testConditions, speakers } = checkOptions(
      'PROTOCOLS.speaker',
      options,
      PROTOCOL_OPTIONS,
    );
    const { folds } = checkSpeakerLists('PROTOCOLS.speaker', 'speakers', speakers);
    return speakerSplits(rows, { seed, folds, conditions, testConditions, validationSpeakers: 0 });
  },
};
