import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkNonNegative, checkRandom, checkSamples } from '../util/checks.ts';
import { normal, type Random } from '../util/random.ts';

/** The options of `addNoise`. */
export interface AddNoiseOptions {
  /** Where randomness comes from: uniform numbers in [0, 1). */
  random: Random;
  /** Most standard deviation of the noise, as a fraction of the greatest sample. Default 0.035. */
  amplitude?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<AddNoiseOptions> = { random: true, amplitude: true };

/**
 * Adds white noise of random loudness: `y + amplitude · U(0, 1) · max(y) · N(0, 1)`, one U a call
 * and one N a sample.
 *
 * @returns A new array; `random` is called once, then twice a sample.
 * @throws {FeatureError} for audio that is empty or not finite, and for a negative amplitude.
 */
export function addNoise(samples: Samples, options: AddNoiseOptions): Float32Array {
  checkOptions('addNoise', options, OPTIONS);
  const { random, amplitude = 0.035 } = options;
  checkSamples('addNoise', 'samples', samples);
  checkRandom('addNoise', 'random', random);
  checkNonNegative('addNoise', 'amplitude', amplitude);
  let greatest = Number.NEGATIVE_INFINITY;
  for (const sample of samples) greatest = Math.max(greatest, sample);
  const scale = amplitude * random() * greatest;
  return Float32Array.from(samples, (sample) => sample + scale * normal(random));
}
