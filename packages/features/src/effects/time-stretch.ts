import { istft } from '../core/istft.ts';
import { phaseVocoder } from '../core/phase-vocoder.ts';
import { stft } from '../core/stft.ts';
import type { Samples } from '../samples.ts';
import { checkPositive } from '../util/checks.ts';
import type { StftOptions } from '../util/framing.ts';
import { roundHalfToEven } from '../util/round-half-to-even.ts';

/** The options of `timeStretch`. */
export interface TimeStretchOptions extends StftOptions {
  /** Speed: above 1 is faster and shorter, below 1 slower and longer. */
  rate: number;
}

/**
 * Changes the speed and keeps the pitch, by a phase vocoder; librosa's `effects.time_stretch`.
 *
 * @returns `samples.length / rate` samples, rounded as Python rounds.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function timeStretch(
  samples: Samples,
  { rate, ...options }: TimeStretchOptions,
): Float32Array {
  checkPositive('timeStretch', 'rate', rate);
  const { padMode: _, ...inverse } = options;
  const stretched = phaseVocoder(stft(samples, options), {
    rate,
    nFft: options.nFft,
    hopLength: options.hopLength,
  });
  return istft(stretched, { ...inverse, length: roundHalfToEven(samples.length / rate) });
}
