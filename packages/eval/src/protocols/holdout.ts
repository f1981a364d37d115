import { holdoutSplit } from '../splits/holdout-split.ts';
import { checkSpeakerLists } from '../util/check-speaker-lists.ts';
import type { Protocol } from './protocol.ts';

/** New speakers; always the same ones are tested. */
export const holdout: Protocol = {
  name: 'holdout',
  description: 'tested on speakers who were not heard in training',
  leaks: false,
  foldCount: () => 1,
  splits(rows, { seed, conditions, testConditions, speakers }) {
    const testSpeakers = checkSpeakerLists('PROTOCOLS.holdout', 'speakers', speakers).holdout;
    return [
      holdoutSplit(rows, { seed, testSpeakers, conditions, testConditions, validationSpeakers: 0 }),
    ];
  },
};
