import type { OptionNames } from '@ser/internal';
import { peakScanner } from '../kernels/peak-scanner.ts';
import { checkNonNegative, checkPositive } from './checks.ts';
import type { Spectrogram } from './spectrogram.ts';

/** The range in which peaks are searched, and their least height. */
export interface PeakOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Lowest frequency of a peak in Hz. Default 150. */
  fMin?: number;
  /** Highest frequency of a peak in Hz. Default 4000. */
  fMax?: number;
  /** A peak is greater than this fraction of its frame's maximum. Default 0.1. */
  threshold?: number;
}

/** The names of the options. */
export const PEAK_OPTIONS: OptionNames<PeakOptions> = {
  sampleRate: true,
  fMin: true,
  fMax: true,
  threshold: true,
};

/** The peaks of a spectrogram, each with a frequency in Hz and a magnitude. */
export interface Peaks {
  readonly frequencies: Float32Array;
  readonly magnitudes: Float32Array;
}

/** Peaks that there is room for at first; the room doubles when they are more. */
const INITIAL_ROOM = 1024;

/** The peaks of frames `[frames, bins]`, one after the other. */
export function spectralPeaks(
  frames: Spectrogram,
  values: Float32Array,
  options: PeakOptions,
): Peaks {
  let frequencies = new Float32Array(INITIAL_ROOM);
  let magnitudes = new Float32Array(INITIAL_ROOM);
  let count = 0;
  forEachPeak(frames, values, options, (_, frequency, magnitude) => {
    if (count === frequencies.length) {
      frequencies = twiceAsLong(frequencies);
      magnitudes = twiceAsLong(magnitudes);
    }
    frequencies[count] = frequency;
    magnitudes[count] = magnitude;
    count++;
  });
  return { frequencies: frequencies.subarray(0, count), magnitudes: magnitudes.subarray(0, count) };
}

function twiceAsLong(values: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const longer = new Float32Array(2 * values.length);
  longer.set(values);
  return longer;
}

type OnPeak = (index: number, frequency: number, magnitude: number) => void;

/*
 * It rounds to float32 where librosa does. The tuning depends on it: a median selects from these
 * numbers, and they are counted in bins of a hundredth of a semitone.
 */
export function forEachPeak(
  { frames, bins, nFft }: Spectrogram,
  values: Float32Array,
  options: PeakOptions,
  onPeak: OnPeak,
): void {
  const { sampleRate, fMin = 150, fMax = 4000, threshold = 0.1 } = options;
  checkPositive('piptrack', 'sampleRate', sampleRate);
  checkNonNegative('piptrack', 'fMin', fMin);
  checkPositive('piptrack', 'fMax', fMax);
  checkNonNegative('piptrack', 'threshold', threshold);
  const f32 = Math.fround;
  const hz = (bin: number): number => (bin * sampleRate) / nFft;
  const highest = Math.min(fMax, sampleRate / 2);
  let first = 1;
  while (first < bins - 1 && hz(first) < fMin) first++;
  let end = first;
  while (end < bins - 1 && hz(end) < highest) end++;

  // The last bin of an odd transform lies below the Nyquist frequency, and may be a peak.
  const last = bins - 1;
  const endsWithPeak = last > 0 && hz(last) >= fMin && hz(last) < highest;

  const scan = peakScanner(values, bins, first, end, f32(threshold));
  for (let t = 0; t < frames; t++) {
    const row = t * bins;
    const found = scan(row);
    for (let i = 0; i < found.length; i++) {
      const f = found[i];
      const value = values[row + f];
      const left = values[row + f - 1];
      const right = values[row + f + 1];
      const curvature = f32(right + left) - 2 * value;
      const slope = f32(right - left) / 2;
      const shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : f32(-slope / curvature);
      const frequency = f32(((f + shift) * sampleRate) / nFft);
      const skew = f32(f32(0.5 * slope) * shift);
      onPeak(row + f, frequency, f32(value + skew));
    }
    if (endsWithPeak && isPeak(values.subarray(row, row + bins), last, f32(threshold))) {
      onPeak(row + last, f32(hz(last)), values[row + last]);
    }
  }
}

/** Whether the last bin of a frame is a peak: there is no bin after it to be less than. */
function isPeak(frame: Float32Array, last: number, threshold: number): boolean {
  const value = frame[last];
  if (value <= frame[last - 1]) return false;
  return value > Math.fround(threshold * frame.reduce((a, b) => Math.max(a, b), 0));
}
