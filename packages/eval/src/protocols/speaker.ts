import { speakerSplits } from '../splits/speaker-splits.ts';
import { checkSpeakerLists } from '../util/check-speaker-lists.ts';
import type { Protocol } from './protocol.ts';

/** New speakers; each fold tests others. */
export const speaker: Protocol = {
  name: 'speaker',
  description: 'folds of whole speakers; no tested speaker was heard in training',
  leaks: false,
  foldCount: ({ speakers }) =>
    checkSpeakerLists('PROTOCOLS.speaker', 'speakers', speakers).folds.length,
  splits(rows, { seed, conditions, testConditions, speakers }) {
    const { folds } = checkSpeakerLists('PROTOCOLS.speaker', 'speakers', speakers);
    return speakerSplits(rows, { seed, folds, conditions, testConditions, validationSpeakers: 0 });
  },
};
