import { type PitchTuningOptions, pitchTuning } from '../core/pitch-tuning.ts';
import { type PeakOptions, spectralPeaks } from './spectral-peaks.ts';
import type { Spectrogram } from './spectrogram.ts';

/** The tuning of frames `[frames, bins]`. */
export function frameTuning(
  frames: Spectrogram,
  values: Float32Array,
  options: PeakOptions & PitchTuningOptions,
): number {
  const { frequencies, magnitudes } = spectralPeaks(frames, values, options);
  const threshold = median(Float32Array.from(magnitudes));
  const loud = new Float32Array(frequencies.length);
  let count = 0;
  for (let i = 0; i < frequencies.length; i++) {
    if (magnitudes[i] >= threshold) loud[count++] = frequencies[i];
  }
  const { resolution, binsPerOctave } = options;
  return pitchTuning(loud.subarray(0, count), { resolution, binsPerOctave });
}

/** The median as numpy's. Reorders the values. */
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

/** The value at `index` once sorted, with none greater before it (C. Hoare's "Find"). */
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
