import type { OptionNames } from '@ser/internal';
import { resample } from '../core/resample.ts';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger, checkPositive } from '../util/checks.ts';
import { STFT_OPTIONS, type StftOptions } from '../util/framing.ts';
import { timeStretch } from './time-stretch.ts';

/** The options of `pitchShift`. */
export interface PitchShiftOptions extends StftOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Steps up, or down when negative; fractions are fine. */
  nSteps: number;
  /** Steps in an octave. Default 12: semitones. */
  binsPerOctave?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<PitchShiftOptions> = {
  ...STFT_OPTIONS,
  sampleRate: true,
  nSteps: true,
  binsPerOctave: true,
};

/**
 * Changes the pitch and keeps the length: a time stretch, then a resampling; librosa's
 * `effects.pitch_shift`.
 *
 * @returns As many samples as came.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function pitchShift(samples: Samples, options: PitchShiftOptions): Float32Array {
  checkOptions('pitchShift', options, OPTIONS);
  const { sampleRate, nSteps, binsPerOctave = 12, ...transform } = options;
  checkPositive('pitchShift', 'sampleRate', sampleRate);
  checkInteger('pitchShift', 'binsPerOctave', binsPerOctave, 1);
  if (!Number.isFinite(nSteps)) throw badArgument('pitchShift', 'nSteps', 'finite', nSteps);
  const rate = 2 ** (-nSteps / binsPerOctave);
  const stretched = timeStretch(samples, { ...transform, rate });
  const shifted = resample(stretched, { origSr: sampleRate / rate, targetSr: sampleRate });
  const result = new Float32Array(samples.length);
  result.set(shifted.subarray(0, samples.length));
  return result;
}
