import type { Samples } from '../samples.ts';
import { framePowers } from './frame-powers.ts';

/** The power ratio of 30 dB. */
const LOUD_RANGE = 1000;

/** Keeps the power of silence above 0: -120 dB. */
const FLOOR = 1e-12;

/**
 * The power of what is said in a clip: the mean of the mean squares of its loud frames, which are
 * the 25 ms frames every 10 ms within 30 dB of the loudest, and 1e-12.
 *
 * @param samples Finite, and at least one.
 */
export function loudPower(samples: Samples, sampleRate: number): number {
  const { powers } = framePowers(samples, sampleRate);
  const least = powers.reduce((a, b) => Math.max(a, b)) / LOUD_RANGE;
  let sum = 0;
  let count = 0;
  for (const power of powers) {
    if (power < least) continue;
    sum += power;
    count++;
  }
  return sum / count + FLOOR;
}
