import { centred, deviations, means } from '../moments.ts';
import { dividePairs, secondMoments } from '../second-moments.ts';
import type { Tracks } from '../tracks.ts';

/** What is added to deviations before products are divided by them: dB, or a twentieth of an octave. */
export const SOFTENING = 0.5;

/**
 * Covariances of pairs of channels over √(s · t), where s and t are the deviations of the two plus
 * 0.5: between a covariance and a correlation.
 */
export function softenedCovariance(x: Tracks): Float64Array {
  const centres = means(x);
  const spread = deviations(x, centres);
  return softened(secondMoments(centred(x, centres)), spread);
}

/** As {@link softenedCovariance}, about 0 in place of the means. */
export function softenedMoments(x: Tracks): Float64Array {
  return softened(secondMoments(x), deviations(x, means(x)));
}

const softened = (moments: Float64Array, spread: Float64Array): Float64Array =>
  dividePairs(moments, spread.length, (i, j) =>
    Math.sqrt((spread[i] + SOFTENING) * (spread[j] + SOFTENING)),
  );
