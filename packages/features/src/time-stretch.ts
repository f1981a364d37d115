import { checkPositive } from './check.ts';
import { istft } from './istft.ts';
import { phaseVocoder } from './phase-vocoder.ts';
import { roundHalfToEven } from './round-half-to-even.ts';
import type { Samples } from './samples.ts';
import { stft } from './stft.ts';
import type { StftOptions } from './stft-options.ts';

/** Options of {@link timeStretch}. */
export interface TimeStretchOptions extends StftOptions {
  /** Speed: above 1 is faster and shorter, below 1 slower and longer. */
  rate: number;
}

/**
 * Changes the speed and keeps the pitch, by a phase vocoder; librosa's `effects.time_stretch`.
 *
 * @returns `samples.length / rate` samples, rounded as Python rounds
 * @throws FeatureError for audio that is empty or not finite, and for options out of range
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
