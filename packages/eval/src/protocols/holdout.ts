import { holdoutSplit } from '../splits/holdout-split.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSpeakerLists } from '../util/check-speaker-lists.ts';
import { FOLD_COUNT_OPTIONS, PROTOCOL_OPTIONS, type Protocol } from './protocol.ts';

/** New speakers; always the same ones are tested. */
export const holdout: Protocol = {
  name: 'holdout',
  description: 'tested on speakers who were not heard in training',
  leaks: false,
  speakerFolds: false,
  foldCount(options) {
    checkOptions('PROTOCOLS.holdout', options, FOLD_COUNT_OPTIONS);
    return 1;
  },
  splits(rows, options) {
    const { seed, conditions, testConditions, speakers } = checkOptions(
      'PROTOCOLS.holdout',
      options,
      PROTOCOL_OPTIONS,
    );
    const testSpeakers = checkSpeakerLists('PROTOCOLS.holdout', 'speakers', speakers).holdout;
    return [
      holdoutSplit(rows, { seed, testSpeakers, conditions, testConditions, validationSpeakers: 0 }),
    ];
  },
};
