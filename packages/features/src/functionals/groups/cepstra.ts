import { cepstrumNames } from '../channel-names.ts';
import { concatenated, type Group, statisticNames } from '../group.ts';
import { means } from '../moments.ts';
import { indicesOfGreatest } from '../order.ts';
import { framesOf } from '../tracks.ts';
import { DISTRIBUTION, distribution } from './distribution.ts';
import { STEPS, steps } from './steps.ts';

/** How the 24 cepstra are distributed over all frames. */
export const cepstra: Group = {
  names: () => statisticNames(cepstrumNames(), DISTRIBUTION),
  compute: (clip) => concatenated(...distribution(clip.cepstra)),
};

/** How they change. */
export const cepstraSteps: Group = {
  names: () => statisticNames(cepstrumNames(), STEPS),
  compute: (clip) => concatenated(...steps(clip.cepstra)),
};

/** The cepstra of vowels, and of consonants. */
export const voicedCepstra: Group = {
  names: () => statisticNames(cepstrumNames(), ['voicedMean', 'voicedStd', 'unvoicedMean']),
  compute(clip) {
    const moments = clip.cepstraMoments();
    const voiced = moments.spread(clip.voicedFrames);
    const unvoiced = moments.spread(clip.unvoicedFrames);
    return concatenated(voiced.means, voiced.deviations, unvoiced.means);
  },
};

/** A tenth of the frames, and no fewer than this, are the loudest or the highest. */
const LEAST_EXTREME = 3;

/** Below any pitch: unvoiced frames are never higher than voiced ones. */
const BELOW_PITCH = -9;

/** The mean cepstra of the loudest tenth of the frames, and of those of the highest pitch. */
export const extremeCepstra: Group = {
  names: () => statisticNames(cepstrumNames(), ['loudest', 'highest']),
  compute({ cepstra: x, frames, level, pitch, voiced }) {
    const count = Math.max(LEAST_EXTREME, Math.floor(frames / 10));
    const heights = pitch.map((octaves, t) => (voiced[t] ? octaves : BELOW_PITCH));
    return concatenated(
      means(framesOf(x, indicesOfGreatest(level, count))),
      means(framesOf(x, indicesOfGreatest(heights, count))),
    );
  },
};
