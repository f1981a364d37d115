import { framesWhere } from '../masks.ts';
import { deviations, extremes, meanMagnitudes, means } from '../moments.ts';
import { type Tracks, weightedFrames } from '../tracks.ts';

/** The statistics of {@link steps}. */
export const STEPS: readonly string[] = ['stepMagnitude', 'stepStd', 'stepMax', 'stepMin'];

/** x[t + 1] - x[t - 1], of two frames fewer. */
export function differences(x: Tracks): Tracks {
  const inner = framesWhere(1, x.frames - 1, () => true);
  return weightedFrames(x, inner, [
    [1, 1],
    [-1, -1],
  ]);
}

/** Of the changes over 20 ms the mean magnitude, deviation, maximum and minimum. */
export function steps(x: Tracks): Float64Array[] {
  const changes = differences(x);
  const { least, greatest } = extremes(changes);
  return [meanMagnitudes(changes), deviations(changes, means(changes)), greatest, least];
}
