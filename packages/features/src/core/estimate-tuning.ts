import { frameTuning } from '../util/frame-tuning.ts';
import { pitchFrames } from '../util/pitch-frames.ts';
import type { SignalOrMatrix } from '../util/spectrogram.ts';
import type { PiptrackOptions } from './piptrack.ts';
import type { PitchTuningOptions } from './pitch-tuning.ts';

/** The options of `estimateTuning`. */
export interface EstimateTuningOptions extends PiptrackOptions, PitchTuningOptions {}

/**
 * The tuning of audio, from its spectral peaks above their median; librosa's `estimate_tuning`.
 *
 * @param input Samples, or a spectrogram `[1 + nFft / 2, frames]`.
 * @returns The deviation from A440's scale in [-0.5, 0.5) of a bin.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function estimateTuning(input: SignalOrMatrix, options: EstimateTuningOptions): number {
  const frames = pitchFrames('estimateTuning', input, options);
  return frameTuning(frames, frames.magnitudes, options);
}
