import { resample } from '../core/resample.ts';
import type { Samples } from '../samples.ts';
import { badArgument, checkInteger, checkPositive } from '../util/checks.ts';
import type { StftOptions } from '../util/framing.ts';
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

/**
 * Changes the pitch and keeps the length: a time stretch, then a resampling; librosa's
 * `effects.pitch_shift`.
 *
 * @returns As many samples as came.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function pitchShift(
  samples: Samples,
  { sampleRate, nSteps, binsPerOctave = 12, ...options }: PitchShiftOptions,
): Float32Array {
  checkPositive('pitchShift', 'sampleRate', sampleRate);
  checkInteger('pitchShift', 'binsPerOctave', binsPerOctave, 1);
  if (!Number.isFinite(nSteps)) throw badArgument('pitchShift', 'nSteps', 'finite', nSteps);
  const rate = 2 ** (-nSteps / binsPerOctave);
  const stretched = timeStretch(samples, { ...options, rate });
  const shifted = resample(stretched, { origSr: sampleRate / rate, targetSr: sampleRate });
  const result = new Float32Array(samples.length);
  result.set(shifted.subarray(0, samples.length));
  return result;
}
