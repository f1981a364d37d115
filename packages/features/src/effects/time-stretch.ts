import type { OptionNames } from '@ser/internal';
import { istft } from '../core/istft.ts';
import { phaseVocoder } from '../core/phase-vocoder.ts';
import { stft } from '../core/stft.ts';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkPositive } from '../util/checks.ts';
import { STFT_OPTIONS, type StftOptions } from '../util/framing.ts';
import { roundHalfToEven } from '../util/round-half-to-even.ts';

/** The options of `timeStretch`. */
export interface TimeStretchOptions extends StftOptions {
  /** Speed: above 1 is faster and shorter, below 1 slower and longer. */
  rate: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<TimeStretchOptions> = { ...STFT_OPTIONS, rate: true };

/**
 * Changes the speed and keeps the pitch, by a phase vocoder; librosa's `effects.time_stretch`.
 *
 * @returns `samples.length / rate` samples, rounded as Python rounds.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function timeStretch(samples: Samples, options: TimeStretchOptions): Float32Array {
  checkOptions('timeStretch', options, OPTIONS);
  const { rate, ...transform } = options;
  checkPositive('timeStretch', 'rate', rate);
  const { padMode: _, ...inverse } = transform;
  const stretched = phaseVocoder(stft(samples, transform), {
    rate,
    nFft: options.nFft,
    hopLength: options.hopLength,
  });
  return istft(stretched, { ...inverse, length: roundHalfToEven(samples.length / rate) });
}
