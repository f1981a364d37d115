import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { checkInteger, checkNonNegative } from '../util/checks.ts';
import { MAX_LENGTH } from '../util/limits.ts';

// The scale of Slaney's Auditory Toolbox: linear below 1 kHz, and above it 27 steps for each factor
// of 6.4.
const HZ_PER_MEL = 200 / 3;
const LOG_FROM_HZ = 1000;
const LOG_FROM_MEL = LOG_FROM_HZ / HZ_PER_MEL;
const LOG_STEP = Math.log(6.4) / 27;

// HTK's scale: 2595 · log10(1 + hz / 700).
const HTK_MELS = 2595;
const HTK_HZ = 700;

/** The options of the mel scale. */
export interface MelScaleOptions {
  /** HTK's formula in place of Slaney's. Default false. */
  htk?: boolean;
}

const SCALE_OPTIONS: OptionNames<MelScaleOptions> = { htk: true };

/**
 * Hz to mels; librosa's `hz_to_mel`.
 *
 * @throws {FeatureError} for options that are not known.
 */
export function hzToMel(hz: number, options: MelScaleOptions = {}): number {
  checkOptions('hzToMel', options, SCALE_OPTIONS);
  return toMel(hz, options.htk);
}

/**
 * Mels to Hz; librosa's `mel_to_hz`.
 *
 * @throws {FeatureError} for options that are not known.
 */
export function melToHz(mels: number, options: MelScaleOptions = {}): number {
  checkOptions('melToHz', options, SCALE_OPTIONS);
  return toHz(mels, options.htk);
}

function toMel(hz: number, htk: boolean = false): number {
  if (htk) return HTK_MELS * Math.log10(1 + hz / HTK_HZ);
  if (hz < LOG_FROM_HZ) return hz / HZ_PER_MEL;
  return LOG_FROM_MEL + Math.log(hz / LOG_FROM_HZ) / LOG_STEP;
}

function toHz(mels: number, htk: boolean = false): number {
  if (htk) return HTK_HZ * (10 ** (mels / HTK_MELS) - 1);
  if (mels < LOG_FROM_MEL) return mels * HZ_PER_MEL;
  return LOG_FROM_HZ * Math.exp(LOG_STEP * (mels - LOG_FROM_MEL));
}

/** The options of `melFrequencies`. */
export interface MelFrequenciesOptions extends MelScaleOptions {
  /** The first frequency in Hz. Default 0. */
  fMin?: number;
  /** The last frequency in Hz. Default 11,025. */
  fMax?: number;
}

/** The names of the options. */
const FREQUENCIES_OPTIONS: OptionNames<MelFrequenciesOptions> = {
  ...SCALE_OPTIONS,
  fMin: true,
  fMax: true,
};

/**
 * `count` frequencies in Hz from `fMin` to `fMax`, evenly spaced in mels; librosa's
 * `mel_frequencies`.
 *
 * @throws {FeatureError} for a count below 1 and for frequencies below 0 or not finite.
 */
export function melFrequencies(
  count: number = 128,
  options: MelFrequenciesOptions = {},
): Float64Array {
  checkOptions('melFrequencies', options, FREQUENCIES_OPTIONS);
  const { fMin = 0, fMax = 11025, htk = false } = options;
  checkInteger('melFrequencies', 'count', count, 1, MAX_LENGTH);
  checkNonNegative('melFrequencies', 'fMin', fMin);
  checkNonNegative('melFrequencies', 'fMax', fMax);
  const low = toMel(fMin, htk);
  const high = toMel(fMax, htk);
  const step = count > 1 ? (high - low) / (count - 1) : 0;
  const mels = (i: number): number => (count > 1 && i === count - 1 ? high : low + i * step);
  return Float64Array.from({ length: count }, (_, i) => toHz(mels(i), htk));
}
