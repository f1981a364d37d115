import type { Samples } from '../samples.ts';
import { trackPitch, type YinOptions } from './pitch-track.ts';

/**
 * Fundamental frequency; librosa's `yin` (A. de Cheveigné and H. Kawahara, "YIN, a fundamental
 * frequency estimator for speech and music", 2002).
 *
 * Every frame has a pitch, also one of silence or noise. {@link pitchTrack} tells how reliable it
 * is.
 *
 * @returns Hz, a value a frame.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function yin(samples: Samples, options: YinOptions): Float32Array {
  return trackPitch('yin', samples, options).f0;
}
