import { jointNames } from '../channel-names.ts';
import { concatenated, type Group, statisticNames } from '../group.ts';
import { deviations, means } from '../moments.ts';
import { frameRange } from '../tracks.ts';

/** The fewest frames of a third. */
const LEAST_FRAMES = 3;

/** Means, then deviations, of the descriptors in each third of the clip. */
export const thirds: Group = {
  names: () => statisticNames(jointNames(), ['mean1', 'mean2', 'mean3', 'std1', 'std2', 'std3']),
  compute({ joint, frames }) {
    const parts = [0, 1, 2].map((i) => {
      const first = Math.floor((frames * i) / 3);
      const end = Math.max(first + LEAST_FRAMES, Math.floor((frames * (i + 1)) / 3));
      return frameRange(joint, first, Math.min(frames, end));
    });
    const centres = parts.map(means);
    return concatenated(...centres, ...parts.map((part, i) => deviations(part, centres[i])));
  },
};
