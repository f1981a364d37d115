import type { OptionNames } from '@ser/internal';
import { MAX_FACTOR } from '../../kernels/resample/resampler.ts';
import { badArgument, checkNonNegative, checkPositive } from '../../util/checks.ts';
import { MAX_LENGTH, MAX_SAMPLE_RATE, MAX_VALUES } from '../../util/limits.ts';
import type { Sound } from './sound.ts';

/** How formants are found. The defaults are Praat's. */
export interface FormantSettings {
  /** The most formants of a frame, a multiple of 0.5: half as many as poles. Default 5. */
  maxFormants?: number;
  /**
   * Highest frequency of a formant in Hz: about 5,000 for men, 5,500 for women, 8,000 for children.
   * Default 5500.
   */
  formantCeiling?: number;
  /** Effective seconds of a frame, which is twice as long. Default 0.025. */
  windowLength?: number;
  /** The frequency in Hz from which on the spectrum is raised by 6 dB an octave. Default 50. */
  preEmphasisFrom?: number;
}

/** The names of the options. */
export const FORMANT_SETTINGS: OptionNames<FormantSettings> = {
  maxFormants: true,
  formantCeiling: true,
  windowLength: true,
  preEmphasisFrom: true,
};

/** The most formants that may be asked for. */
const MOST_FORMANTS = 50;

/** Checks how formants are found. */
export function checkFormants(
  caller: string,
  { samples, sampleRate }: Sound,
  settings: FormantSettings,
): Required<FormantSettings> {
  const { maxFormants = 5, formantCeiling = 5500, windowLength = 0.025 } = settings;
  const { preEmphasisFrom = 50 } = settings;
  const poles = 2 * maxFormants;
  checkPositive(caller, 'maxFormants', maxFormants);
  if (!(Number.isInteger(poles) && maxFormants >= 1 && maxFormants <= MOST_FORMANTS)) {
    const expected = `a multiple of 0.5 in [1, ${MOST_FORMANTS}]`;
    throw badArgument(caller, 'maxFormants', expected, maxFormants);
  }
  checkPositive(caller, 'formantCeiling', formantCeiling);
  const longest = MAX_VALUES * (sampleRate / samples.length);
  const highest = 0.5 * Math.min(MAX_SAMPLE_RATE, longest, MAX_FACTOR * sampleRate);
  if (formantCeiling > highest) {
    throw badArgument(caller, 'formantCeiling', `at most ${highest}`, formantCeiling);
  }
  checkPositive(caller, 'windowLength', windowLength);
  const length = Math.floor(4 * windowLength * formantCeiling);
  if (!(length > 2 * poles && length <= MAX_LENGTH)) {
    const per = 4 * formantCeiling;
    const expected = `in (${(2 * poles + 1) / per}, ${MAX_LENGTH / per}]`;
    throw badArgument(caller, 'windowLength', expected, windowLength);
  }
  checkNonNegative(caller, 'preEmphasisFrom', preEmphasisFrom);
  return { maxFormants, formantCeiling, windowLength, preEmphasisFrom };
}
