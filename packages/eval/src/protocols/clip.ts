import { CLIP_FOLDS, clipSplits } from '../splits/clip-splits.ts';
import type { Protocol } from './protocol.ts';

/** New clips of speakers who are trained on. */
export const clip: Protocol = {
  name: 'clip',
  description: 'stratified folds over clips; the same speakers are trained on and tested',
  leaks: false,
  foldCount: ({ folds = CLIP_FOLDS }) => folds,
  splits: (rows, { seed, folds, conditions }) =>
    clipSplits(rows, { seed, folds, conditions, validation: 0 }),
};
