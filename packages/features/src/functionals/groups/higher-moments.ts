import { jointNames } from '../channel-names.ts';
import { concatenated, type Group, statisticNames } from '../group.ts';
import { framesWhereOrAll } from '../masks.ts';
import { deviations, means } from '../moments.ts';
import { framesOf, type Tracks, weightedFrames } from '../tracks.ts';

/** Frames to both sides of a slope. */
const REACH = 2;

/** What is added to deviations before moments are divided by them. */
const SOFTENING = 0.3;

/** Skewness and kurtosis of the descriptors, and of their slopes, in loud frames. */
export const higherMoments: Group = {
  names: () =>
    statisticNames(jointNames(), ['skewness', 'kurtosis', 'slopeSkewness', 'slopeKurtosis']),
  compute({ joint, frames, loud }) {
    const inner = framesWhereOrAll(REACH, frames - REACH, (t) => loud[t] === 1);
    const slopes = weightedFrames(joint, inner, [
      [REACH, 1],
      [-REACH, -1],
    ]);
    return concatenated(
      ...skewnessAndKurtosis(framesOf(joint, inner)),
      ...skewnessAndKurtosis(slopes),
    );
  },
};

function skewnessAndKurtosis(x: Tracks): [skewness: Float64Array, kurtosis: Float64Array] {
  const { values, frames, channels } = x;
  const centres = means(x);
  const spread = deviations(x, centres);
  const skewness = new Float64Array(channels);
  const kurtosis = new Float64Array(channels);
  for (let t = 0, at = 0; t < frames; t++) {
    for (let c = 0; c < channels; c++) {
      const distance = values[at++] - centres[c];
      const cube = distance * distance * distance;
      skewness[c] += cube;
      kurtosis[c] += cube * distance;
    }
  }
  for (let c = 0; c < channels; c++) {
    const soft = spread[c] + SOFTENING;
    const cube = soft * soft * soft;
    skewness[c] = skewness[c] / frames / cube;
    kurtosis[c] = kurtosis[c] / frames / (cube * soft);
  }
  return [skewness, kurtosis];
}
