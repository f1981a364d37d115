import { CLIP_FOLDS, clipSplits } from '../splits/clip-splits.ts';
import { checkInteger } from '../util/check-integer.ts';
import { checkOptions } from '../util/check-options.ts';
import { FOLD_COUNT_OPTIONS, PROTOCOL_OPTIONS, type Protocol } from './protocol.ts';

/** New clips of speakers who are trained on. */
export const clip: Protocol = {
  name: 'clip',
  description: 'stratified folds over clips; the same speakers are trained on and tested',
  leaks: false,
  speakerFolds: false,
  foldCount(options) {
    const { folds = CLIP_FOLDS } = checkOptions('PROTOCOLS.clip', options, FOLD_COUNT_OPTIONS);
    checkInteger('PROTOCOLS.clip', 'folds', folds, 2);
    return folds;
  },
  splits(rows, options) {
    const { seed, folds, conditions } = checkOptions('PROTOCOLS.clip', options, PROTOCOL_OPTIONS);
    return clipSplits(rows, { seed, folds, conditions, validation: 0 });
  },
};
