import type { Separated } from '../decompose/hpss.ts';
import type { Samples } from '../samples.ts';
import { type SeparationOptions, separate } from './util/separate.ts';

/**
 * Separates samples into what lasts, such as vowels, and what strikes, such as plosives; librosa's
 * `effects.hpss`. See `decompose.hpss`.
 *
 * @returns Two signals as long as the samples, which sum to them where `margin` is 1.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function hpss(samples: Samples, options: SeparationOptions = {}): Separated<Float32Array> {
  const { harmonic, percussive } = separate('hpss', samples, options);
  return { harmonic: harmonic(), percussive: percussive() };
}
