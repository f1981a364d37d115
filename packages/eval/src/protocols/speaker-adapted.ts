import { speakerSplits } from '../splits/speaker-splits.ts';
import { checkInteger } from '../util/check-integer.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSpeakerLists } from '../util/check-speaker-lists.ts';
import { drawAdaptation } from '../util/draw-adaptation.ts';
import { createRandom } from '../util/random.ts';
import { FOLD_COUNT_OPTIONS, PROTOCOL_OPTIONS, type Protocol } from './protocol.ts';

const CALLER = 'PROTOCOLS.speaker-adapted';

/** New speakers, of whom unlabelled clips are heard before the test. */
export const speakerAdapted: Protocol = {
  name: 'speaker-adapted',
  description: 'folds of new speakers, of whom unlabelled clips are heard before the test',
  leaks: false,
  speakerFolds: true,
  foldCount(options) {
    const { speakers } = checkOptions(CALLER, options, FOLD_COUNT_OPTIONS);
    return checkSpeakerLists(CALLER, 'speakers', speakers).folds.length;
  },
  splits(rows, options) {
    const {
      seed,
      conditions,
      testConditions,
      speakers,
      adaptation = 'all',
    } = checkOptions(CALLER, options, PROTOCOL_OPTIONS);
    const { folds } = checkSpeakerLists(CALLER, 'speakers', speakers);
    if (adaptation !== 'all') checkInteger(CALLER, 'adaptation', adaptation, 1);
    const random = createRandom(CALLER, seed);
    const splits = speakerSplits(rows, {
      seed,
      folds,
      conditions,
      testConditions,
      validationSpeakers: 0,
    });
    return splits.map((split) => ({
      ...split,
      ...(adaptation === 'all'
        ? { adaptation: [...split.test] }
        : drawAdaptation(CALLER, rows, split.test, adaptation, random)),
    }));
  },
};
