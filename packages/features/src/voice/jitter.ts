import { checkOptions } from '../util/check-options.ts';
import { findJitter, type Jitter } from './util/find-jitter.ts';
import { checkPulses, PERIOD_SETTINGS, type PeriodSettings, toPeriods } from './util/periods.ts';

/** The options of `jitter`. */
export type JitterOptions = PeriodSettings;

/**
 * The jitter of glottal pulses, such as `pulses` finds; Praat's "PointProcess: Get jitter
 * (local)..." and its like.
 *
 * @param pulses Seconds, rising.
 * @throws {FeatureError} for pulses that do not rise, and for options out of range.
 */
export function jitter(pulses: Float32Array | Float64Array, options: JitterOptions = {}): Jitter {
  checkOptions('jitter', options, PERIOD_SETTINGS);
  checkPulses('jitter', pulses);
  return findJitter(pulses, toPeriods('jitter', options));
}
