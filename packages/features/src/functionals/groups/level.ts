import { concatenated, type Group } from '../group.ts';
import { oneTrack } from '../tracks.ts';
import { DISTRIBUTION, distribution } from './distribution.ts';
import { STEPS, steps } from './steps.ts';

/** How the level is distributed, and how it changes. */
export const level: Group = {
  names: () => [...DISTRIBUTION, ...STEPS],
  compute(clip) {
    const track = oneTrack(clip.level);
    return concatenated(...distribution(track), ...steps(track));
  },
};
