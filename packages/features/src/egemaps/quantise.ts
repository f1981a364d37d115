import type { Samples } from '../samples.ts';

/** The steps of a 16-bit sample, and what full scale is divided by. */
const STEPS = 32768;
const FULL_SCALE = 32767;

/**
 * Samples as openSMILE's Python package hands them on: 16-bit integers, cut off towards 0, over
 * 32,767. What is louder than full scale becomes full scale.
 *
 * @param padding How many zeros follow.
 */
export function quantise(samples: Samples, padding: number): Float32Array {
  const result = new Float32Array(samples.length + padding);
  for (let i = 0; i < samples.length; i++) {
    const step = Math.trunc(samples[i] * STEPS);
    result[i] = Math.max(-STEPS, Math.min(STEPS - 1, step)) / FULL_SCALE;
  }
  return result;
}
