import type { Samples } from '../samples.ts';
import { type SeparationOptions, separate } from './util/separate.ts';

/**
 * What lasts in a signal, such as vowels; librosa's `effects.harmonic`. See `decompose.hpss`.
 *
 * @returns As many samples as came.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function harmonic(samples: Samples, options: SeparationOptions = {}): Float32Array {
  return separate('harmonic', samples, options).harmonic();
}
