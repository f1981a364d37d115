import type { SignalOrMatrix, Spectrogram } from '../util/spectrogram.ts';
import { type PiptrackOptions, pitchFrames, spectralPeaks } from './piptrack.ts';
import { type PitchTuningOptions, pitchTuning } from './pitch-tuning.ts';

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
  const frames = pitchFrames('estimateTuning', input, options);
  return tuningOf(frames, frames.magnitudes, options);
}

/** The tuning of frames `[frames, bins]`. */
export function tuningOf(
  frames: Spectrogram,
  values: Float32Array,
  options: EstimateTuningOptions,
): number {
  const { frequencies, magnitudes } = spectralPeaks(frames, values, options);
  const threshold = median(Float32Array.from(magnitudes));
  const loud = new Float32Array(frequencies.length);
  let count = 0;
  for (let i = 0; i < frequencies.length; i++) {
    if (magnitudes[i] >= threshold) loud[count++] = frequencies[i];
  }
  return pitchTuning(loud.subarray(0, count), options);
}

/** numpy's median; reorders the values. */
function median(values: Float32Array): number {
  if (values.length === 0) return 0;
  const middle = values.length >> 1;
  const upper = select(values, middle);
  if (values.length % 2 === 1) return upper;
  // No value before the middle is greater. The greatest of them is the other middle value.
  let lower = values[0];
  for (let i = 1; i < middle; i++) if (values[i] > lower) lower = values[i];
  return Math.fround(Math.fround(lower + upper) / 2);
}

/** The value that sorting would put at `index`, with none greater before it (C. Hoare's "Find"). */
function select(values: Float32Array, index: number): number {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1];
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i <= j) {
        const value = values[i];
        values[i++] = values[j];
        values[j--] = value;
      }
    }
    if (index <= j) right = j;
    else if (index >= i) left = i;
    else break;
  }
  return values[index];
}
