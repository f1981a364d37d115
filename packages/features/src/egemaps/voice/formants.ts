import { polynomialRoots } from '../../kernels/polynomial-roots.ts';
import { linearPrediction } from './linear-prediction.ts';
import { FORMANT_RATE } from './resampled-frames.ts';

/** The order of the linear prediction. */
const ORDER = 11;

/** The range in Hz of formants. */
const LOWEST = 50;
const HIGHEST = FORMANT_RATE / 2;

/** A resonance of the vocal tract. */
export interface Formant {
  /** Hz. */
  readonly frequency: number;
  /** Hz. */
  readonly bandwidth: number;
}

/**
 * The formants of a frame of 20 ms at 11 kHz from the lowest on, by its linear prediction of order
 * 11, between 50 and 5,500 Hz. None of a frame of zeros.
 *
 * They are not the poles of `1 / (1 + a1 / z + …)`, but the roots of `1 - a1 / z - …`: openSMILE
 * takes the coefficients with the other sign, and its numbers are what this gives. Of a root outside
 * the unit circle the bandwidth counts as if it were inside.
 */
export function formantsOf(frame: Float64Array): Formant[] {
  const filter = linearPrediction(frame, ORDER);
  if (filter === null) return [];
  const real = new Float64Array(ORDER);
  const imaginary = new Float64Array(ORDER);
  polynomialRoots(filter.subarray(1), real, imaginary);
  const found: Formant[] = [];
  for (let r = 0; r < ORDER; r++) {
    const re = real[r];
    const im = imaginary[r];
    // Of a pair, the root with the positive frequency.
    if (im < 0) continue;
    const frequency = (Math.atan2(im, re) * FORMANT_RATE) / (2 * Math.PI);
    if (frequency < LOWEST || frequency >= HIGHEST) continue;
    const bandwidth = (Math.abs(Math.log(Math.sqrt(re * re + im * im))) * FORMANT_RATE) / Math.PI;
    found.push({ frequency, bandwidth });
  }
  return found.sort((a, b) => a.frequency - b.frequency);
}
