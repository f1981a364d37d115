import { referenceSplit } from '../splits/reference-split.ts';
import { checkOptions } from '../util/check-options.ts';
import { FOLD_COUNT_OPTIONS, PROTOCOL_OPTIONS, type Protocol } from './protocol.ts';

/** The reference recipe's split, to compare with results that were made this way. */
export const reference: Protocol = {
  name: 'reference',
  description:
    'random 80/20 of the rows; ' +
    'variants of a clip and clips of a speaker stand on both sides (leaks)',
  leaks: true,
  speakerFolds: false,
  foldCount(options) {
    checkOptions('PROTOCOLS.reference', options, FOLD_COUNT_OPTIONS);
    return 1;
  },
  splits(rows, options) {
    const { seed } = checkOptions('PROTOCOLS.reference', options, PROTOCOL_OPTIONS);
    return [referenceSplit(rows, { seed })];
  },
};
