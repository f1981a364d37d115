import { type PiptrackOptions, spectralPeaks } from './piptrack.ts';
import { type PitchTuningOptions, pitchTuning } from './pitch-tuning.ts';
import {
  framesOf,
  isMatrix,
  type SignalOrMatrix,
  type Spectrogram,
  spectrogram,
} from './spectrogram.ts';

/** Options of {@link estimateTuning}. */
export interface EstimateTuningOptions extends PiptrackOptions, PitchTuningOptions {}

/**
 * The tuning of audio: of the peaks that are louder than half of them; librosa's `estimate_tuning`.
 *
 * @param input samples, or a spectrogram `[1 + nFft / 2, frames]`
 * @returns the deviation from A440's scale in [-0.5, 0.5) of a bin
 * @throws FeatureError for audio that is empty or not finite, and for options out of range
 */
export function estimateTuning(input: SignalOrMatrix, options: EstimateTuningOptions): number {
  const frames = isMatrix(input)
    ? framesOf('estimateTuning', input)
    : spectrogram('estimateTuning', input, options);
  return tuningOf(frames, frames.magnitudes, options);
}

/** The tuning of frames `[frames, bins]`. */
export function tuningOf(
  frames: Spectrogram,
  values: Float32Array,
  options: EstimateTuningOptions,
): number {
  const peaks = spectralPeaks(frames, values, options);
  const threshold = median(peaks.magnitudes);
  const loud = peaks.frequencies.filter((_, i) => peaks.magnitudes[i] >= threshold);
  return pitchTuning(loud, options);
}

function median(values: Float32Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle];
  return Math.fround(Math.fround(sorted[middle - 1] + sorted[middle]) / 2);
}
