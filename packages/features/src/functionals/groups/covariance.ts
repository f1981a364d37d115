import { pairNames } from '../channel-names.ts';
import type { Group } from '../group.ts';
import { framesWhereOrAll } from '../masks.ts';
import { centred, deviations, means } from '../moments.ts';
import { dividedMoments } from '../second-moments.ts';
import { framesOf, weightedFrames } from '../tracks.ts';
import { SOFTENING, softenedCovariance } from './softened.ts';

/** Which descriptors change together in loud frames. */
export const covariance: Group = {
  names: pairNames,
  compute: (clip) => softenedCovariance(framesOf(clip.joint, clip.loudFrames)),
};

/** The same in voiced frames. */
export const voicedCovariance: Group = {
  names: pairNames,
  compute: (clip) => softenedCovariance(framesOf(clip.joint, clip.voicedFrames)),
};

/** As `covariance`, divided by both deviations in full. */
export const correlation: Group = {
  names: pairNames,
  compute(clip) {
    const x = framesOf(clip.joint, clip.loudFrames);
    const centres = means(x);
    const spread = deviations(x, centres);
    return dividedMoments(
      centred(x, centres),
      (i, j) => (spread[i] + SOFTENING) * (spread[j] + SOFTENING),
    );
  },
};

/** Frames to both sides of an acceleration. */
const REACH = 3;

/** How the second differences of descriptors vary together, around loud frames. */
export const accelerationCovariance: Group = {
  names: pairNames,
  compute({ joint, frames, loud }) {
    const around = framesWhereOrAll(REACH, frames - REACH, (t) => loud[t] === 1);
    return softenedCovariance(
      weightedFrames(joint, around, [
        [REACH, 1],
        [0, -2],
        [-REACH, 1],
      ]),
    );
  },
};
