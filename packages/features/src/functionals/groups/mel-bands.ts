import { bandNames } from '../channel-names.ts';
import { concatenated, type Group, statisticNames } from '../group.ts';
import { jointMoments } from '../joint-moments.ts';
import { ranked } from '../order.ts';
import { stepMagnitudes } from './steps.ts';

/** The long-term average spectrum of loud frames, and its deviation. */
export const longTermSpectrum: Group = {
  names: () => statisticNames(bandNames(), ['mean', 'std']),
  compute({ bands, loudFrames }) {
    const { means, deviations } = jointMoments(bands).spread(loudFrames);
    return concatenated(means, deviations);
  },
};

/** How each mel band is distributed over all frames, and its mean change over 20 ms. */
export const melDistribution: Group = {
  names: () => statisticNames(bandNames(), ['q10', 'q50', 'q90', 'stepMagnitude']),
  compute: ({ bands }) => concatenated(...ranked(bands, [0.1, 0.5, 0.9]), stepMagnitudes(bands)),
};
