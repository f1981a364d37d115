import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSamples } from '../util/checks.ts';
import { CROSSING_OPTIONS, type CrossingOptions, crossingRates } from '../util/crossing-rates.ts';

/** The options of `zeroCrossingRate`. */
export interface ZeroCrossingRateOptions extends CrossingOptions {}

/**
 * The fraction of a frame's samples whose sign differs from that of the sample before; librosa's
 * `feature.zero_crossing_rate`. Centring repeats the first and the last sample (`edge`).
 *
 * @returns A value a frame (librosa's first and only row).
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function zeroCrossingRate(
  samples: Samples,
  options: ZeroCrossingRateOptions = {},
): Float32Array {
  checkOptions('zeroCrossingRate', options, CROSSING_OPTIONS);
  checkSamples('zeroCrossingRate', 'samples', samples);
  return crossingRates(samples, options);
}
