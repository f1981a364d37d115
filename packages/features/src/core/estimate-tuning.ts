import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { frameTuning } from '../util/frame-tuning.ts';
import { pitchFrames } from '../util/pitch-frames.ts';
import type { SignalOrMatrix } from '../util/spectrogram.ts';
import { PIPTRACK_OPTIONS, type PiptrackOptions } from './piptrack.ts';
import { PITCH_TUNING_OPTIONS, type PitchTuningOptions } from './pitch-tuning.ts';

/** The options of `estimateTuning`. */
export interface EstimateTuningOptions extends PiptrackOptions, PitchTuningOptions {}

/** The names of the options. */
export const ESTIMATE_TUNING_OPTIONS: OptionNames<EstimateTuningOptions> = {
  ...PIPTRACK_OPTIONS,
  ...PITCH_TUNING_OPTIONS,
};

/**
 * The tuning of audio, from its spectral peaks above their median; librosa's `estimate_tuning`.
 *
 * @param input Samples, or a spectrogram `[1 + nFft / 2, frames]`.
 * @returns The deviation from A440's scale in [-0.5, 0.5) of a bin.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function estimateTuning(input: SignalOrMatrix, options: EstimateTuningOptions): number {
  checkOptions('estimateTuning', options, ESTIMATE_TUNING_OPTIONS);
  const frames = pitchFrames('estimateTuning', input, options);
  return frameTuning(frames, frames.magnitudes, options);
}
