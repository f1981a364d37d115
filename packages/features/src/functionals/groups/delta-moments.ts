import { pairNames } from '../channel-names.ts';
import type { Group } from '../group.ts';
import { framesWhereOrAll } from '../masks.ts';
import { weightedFrames } from '../tracks.ts';
import { softenedMoments } from './softened.ts';

/** Mean products of what descriptors change by over `lag` frames, both of which are loud. */
export const deltaMoments = (lag: number): Group => ({
  names: pairNames,
  compute({ joint, frames, loud }) {
    const starts = framesWhereOrAll(0, frames - lag, (t) => loud[t] === 1 && loud[t + lag] === 1);
    return softenedMoments(
      weightedFrames(joint, starts, [
        [lag, 1],
        [0, -1],
      ]),
    );
  },
});
