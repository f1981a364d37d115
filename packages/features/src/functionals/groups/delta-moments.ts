import { pairNames } from '../channel-names.ts';
import type { Group } from '../group.ts';
import { framesWhereOrAll } from '../masks.ts';
import type { Term } from '../tracks.ts';
import { softened } from './softened.ts';

/** Mean products of what descriptors change by over `lag` frames, both of which are loud. */
export const deltaMoments = (lag: number): Group => ({
  names: pairNames,
  compute({ moments, frames, loud }) {
    const starts = framesWhereOrAll(0, frames - lag, (t) => loud[t] === 1 && loud[t + lag] === 1);
    const change: readonly Term[] = [
      [lag, 1],
      [0, -1],
    ];
    return softened(moments().pairs(starts, change, 'zero'));
  },
});
