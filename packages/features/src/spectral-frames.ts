import { checkPositive, invalid } from './check.ts';
import { TINY } from './normalize.ts';
import {
  framesOf,
  isMatrix,
  type SignalOrMatrix,
  type Spectrogram,
  spectrogram,
} from './spectrogram.ts';
import type { StftOptions } from './stft-options.ts';

/** Options of the functions that describe a spectrum's shape; `hopLength` defaults to 512. */
export interface SpectralOptions extends StftOptions {
  /** Samples per second. */
  sampleRate: number;
}

/** The magnitudes that `input` is or has. @throws FeatureError for negative magnitudes */
export function spectralFrames(
  where: string,
  input: SignalOrMatrix,
  options: StftOptions,
): Spectrogram {
  if (!isMatrix(input)) return spectrogram(where, input, options);
  const frames = framesOf(where, input);
  const negative = frames.magnitudes.find((value) => value < 0);
  if (negative !== undefined) throw invalid(where, 'matrix', 'of at least 0', negative);
  return frames;
}

/** The frequency in Hz of each bin; librosa's `fft_frequencies`. */
export function binFrequencies(
  where: string,
  { bins, nFft }: Spectrogram,
  sampleRate: number,
): Float64Array {
  checkPositive(where, 'sampleRate', sampleRate);
  return Float64Array.from({ length: bins }, (_, bin) => (bin * sampleRate) / nFft);
}

/** What a frame's magnitudes are divided by so that they sum to 1. */
export function frameSum({ magnitudes, bins }: Spectrogram, t: number): number {
  let sum = 0;
  for (let i = t * bins; i < (t + 1) * bins; i++) sum += magnitudes[i];
  return sum < TINY ? 1 : sum;
}
