import type { PairMoments } from '../../kernels/frame-moments.ts';

/**
 * What is added to deviations before products are divided by them: dB, or a twentieth of an octave.
 */
export const SOFTENING = 0.5;

/**
 * Mean products of pairs of channels i ≤ j, (1, 1), (1, 2), …, (2, 2), …, over what `divisor` says
 * of the deviations of the two.
 */
export function dividedPairs(
  { deviations, products }: PairMoments,
  divisor: (a: number, b: number) => number,
): Float64Array {
  const channels = deviations.length;
  const pairs = new Float64Array((channels * (channels + 1)) / 2);
  for (let i = 0, at = 0; i < channels; i++) {
    for (let j = i; j < channels; j++) {
      pairs[at++] = products[i * channels + j] / divisor(deviations[i], deviations[j]);
    }
  }
  return pairs;
}

/**
 * The same over √(s · t), where s and t are the deviations of the two plus 0.5: between a covariance
 * and a correlation.
 */
export const softened = (moments: PairMoments): Float64Array =>
  dividedPairs(moments, (a, b) => Math.sqrt((a + SOFTENING) * (b + SOFTENING)));
