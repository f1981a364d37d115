import { power } from './power.ts';

// The curve of equal loudness of Hermansky, "Perceptual linear predictive analysis of speech"
// (1990), whose constants are squares of angular frequencies.
const ANGULAR: number = 4 * Math.PI ** 2;
const LOW: number = 6.3e6 / ANGULAR;
const MIDDLE: number = 56.8e6 / ANGULAR;
const HIGH: number = 0.38e9 / ANGULAR;

// How it falls off above 4.6 kHz, and its scale: found from openSMILE's output. Hermansky's curve
// falls off above 5 kHz, with the sixth power.
const CORNER_HZ = 4605.89;
const CORNER_POWER = 7;
const SCALE: number = 3.0321624e-4;

/** Loudness grows with this power of a band's power. */
const COMPRESSION = 0.33;

/** The weight of a band by the curve of equal loudness. */
export function equalLoudness(hz: number): number {
  const square = hz * hz;
  const rise = (square / (square + LOW)) ** 2 * ((square + MIDDLE) / (square + HIGH));
  return (SCALE * rise) / (1 + (hz / CORNER_HZ) ** CORNER_POWER);
}

/** The loudness of a frame: the sum of its bands as they are heard. */
export function loudness(bands: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let b = 0; b < bands.length; b++) sum += power(bands[b] * weights[b], COMPRESSION);
  return sum;
}
