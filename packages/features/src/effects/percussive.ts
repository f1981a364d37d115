import type { Samples } from '../samples.ts';
import { type SeparationOptions, separate } from './util/separate.ts';

/**
 * What strikes in a signal, such as plosives; librosa's `effects.percussive`. See `decompose.hpss`.
 *
 * @returns As many samples as came.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function percussive(samples: Samples, options: SeparationOptions = {}): Float32Array {
  return separate('percussive', samples, options).percussive();
}
