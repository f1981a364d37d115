import { pairNames } from '../channel-names.ts';
import type { Group } from '../group.ts';
import { framesWhereOrAll } from '../masks.ts';
import { ITSELF, type Term } from '../tracks.ts';
import { dividedPairs, SOFTENING, softened } from './softened.ts';

/** Which descriptors change together in loud frames. */
export const covariance: Group = {
  names: pairNames,
  compute: (clip) => softened(clip.loudMoments()),
};

/** The same in voiced frames. */
export const voicedCovariance: Group = {
  names: pairNames,
  compute: (clip) => softened(clip.moments().pairs(clip.voicedFrames, ITSELF, 'means')),
};

/** As `covariance`, divided by both deviations in full. */
export const correlation: Group = {
  names: pairNames,
  compute: (clip) => dividedPairs(clip.loudMoments(), (a, b) => (a + SOFTENING) * (b + SOFTENING)),
};

/** Frames to both sides of an acceleration. */
const REACH = 3;

const ACCELERATION: readonly Term[] = [
  [REACH, 1],
  [0, -2],
  [-REACH, 1],
];

/** How the second differences of descriptors vary together, around loud frames. */
export const accelerationCovariance: Group = {
  names: pairNames,
  compute({ moments, frames, loud }) {
    const around = framesWhereOrAll(REACH, frames - REACH, (t) => loud[t] === 1);
    return softened(moments().pairs(around, ACCELERATION, 'means'));
  },
};
