import { deviations, extremes, meanMagnitudes, means } from '../moments.ts';
import { type Tracks, zeroTracks } from '../tracks.ts';

/** The statistics of {@link steps}. */
export const STEPS: readonly string[] = ['stepMagnitude', 'stepStd', 'stepMax', 'stepMin'];

/** x[t + 1] - x[t - 1], of two frames fewer. */
function differences({ values, frames, channels }: Tracks): Tracks {
  const result = zeroTracks(Math.max(0, frames - 2), channels);
  const changes = result.values;
  for (let before = 0, after = 2 * channels; after < values.length; before++, after++) {
    // 0 + -0 is 0, so that no difference is -0.
    changes[before] = 0 + values[after] - values[before];
  }
  return result;
}

/** The mean magnitude of the changes over 20 ms, as {@link steps} has it. */
export function stepMagnitudes({ values, frames, channels }: Tracks): Float64Array {
  const result = new Float64Array(channels);
  for (let t = 2; t < frames; t++) {
    const after = t * channels;
    const before = after - 2 * channels;
    for (let c = 0; c < channels; c++) {
      result[c] += Math.abs(values[after + c] - values[before + c]);
    }
  }
  const count = Math.max(0, frames - 2);
  for (let c = 0; c < channels; c++) result[c] /= count;
  return result;
}

/** Of the changes over 20 ms the mean magnitude, deviation, maximum and minimum. */
export function steps(x: Tracks): Float64Array[] {
  const changes = differences(x);
  const { least, greatest } = extremes(changes);
  return [meanMagnitudes(changes), deviations(changes, means(changes)), greatest, least];
}
