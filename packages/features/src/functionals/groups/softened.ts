import { centred, deviations, means } from '../moments.ts';
import { dividedMoments } from '../second-moments.ts';
import type { Tracks } from '../tracks.ts';

/**
 * What is added to deviations before products are divided by them: dB, or a twentieth of an octave.
 */
export const SOFTENING = 0.5;

/**
 * Covariances of pairs of channels over √(s · t), where s and t are the deviations of the two plus
 * 0.5: between a covariance and a correlation.
 */
export function softenedCovariance(x: Tracks): Float64Array {
  const centres = means(x);
  return softened(centred(x, centres), deviations(x, centres));
}

/** As {@link softenedCovariance}, about 0 in place of the means. */
export const softenedMoments = (x: Tracks): Float64Array => softened(x, deviations(x, means(x)));

const softened = (x: Tracks, spread: Float64Array): Float64Array =>
  dividedMoments(x, (i, j) => Math.sqrt((spread[i] + SOFTENING) * (spread[j] + SOFTENING)));
