import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { findShimmer, type Shimmer } from './util/find-shimmer.ts';
import {
  checkFactor,
  checkPulses,
  PERIOD_SETTINGS,
  type PeriodSettings,
  toPeriods,
} from './util/periods.ts';
import { toSound } from './util/sound.ts';

/** The options of `shimmer`. */
export interface ShimmerOptions extends PeriodSettings {
  /** Samples per second. */
  sampleRate: number;
  /** How many times as large as its neighbour an amplitude may be. Default 1.6. */
  maxAmplitudeFactor?: number;
}

/** The names of the options. */
const SHIMMER_OPTIONS: OptionNames<ShimmerOptions> = {
  ...PERIOD_SETTINGS,
  sampleRate: true,
  maxAmplitudeFactor: true,
};

/**
 * The shimmer of a sound at its glottal pulses, such as `pulses` finds; Praat's "PointProcess &
 * Sound: Get shimmer (local)..." and its like. The amplitude of a pulse is the root of the mean
 * square of the samples around it, under a Hann window of a fifth of a period on each side.
 *
 * @param pulses Seconds, rising.
 * @throws {FeatureError} for audio that is empty or not finite, for pulses that do not rise, and for
 *   options out of range.
 */
export function shimmer(
  samples: Samples,
  pulses: Float32Array | Float64Array,
  options: ShimmerOptions,
): Shimmer {
  checkOptions('shimmer', options, SHIMMER_OPTIONS);
  const { sampleRate, maxAmplitudeFactor = 1.6 } = options;
  const sound = toSound('shimmer', samples, sampleRate);
  checkPulses('shimmer', pulses);
  checkFactor('shimmer', 'maxAmplitudeFactor', maxAmplitudeFactor);
  return findShimmer(sound, pulses, toPeriods('shimmer', options), maxAmplitudeFactor);
}
