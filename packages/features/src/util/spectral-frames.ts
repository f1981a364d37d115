import type { OptionNames } from '@ser/internal';
import { badArgument, checkPositive } from './checks.ts';
import { STFT_OPTIONS, type StftOptions } from './framing.ts';
import {
  framesOf,
  isMatrix,
  type SignalOrMatrix,
  type Spectrogram,
  spectrogram,
} from './spectrogram.ts';
import { TINY } from './vector-norm.ts';

/** The options of the functions that describe a spectrum's shape; `hopLength` defaults to 512. */
export interface SpectralOptions extends StftOptions {
  /** Samples per second. */
  sampleRate: number;
}

/** The names of the options. */
export const SPECTRAL_OPTIONS: OptionNames<SpectralOptions> = { ...STFT_OPTIONS, sampleRate: true };

/**
 * The magnitudes of samples, or the given ones.
 *
 * @throws {FeatureError} for negative magnitudes.
 */
export function spectralFrames(
  caller: string,
  input: SignalOrMatrix,
  options: StftOptions,
): Spectrogram {
  if (!isMatrix(input)) return spectrogram(caller, input, options);
  const frames = framesOf(caller, input, options.nFft);
  const negative = frames.magnitudes.find((value) => value < 0);
  if (negative !== undefined) throw badArgument(caller, 'matrix', '≥ 0', negative);
  return frames;
}

/** The frequency in Hz of each bin; librosa's `fft_frequencies`. */
export function binFrequencies(
  caller: string,
  { bins, nFft }: Spectrogram,
  sampleRate: number,
): Float64Array {
  checkPositive(caller, 'sampleRate', sampleRate);
  return Float64Array.from({ length: bins }, (_, bin) => (bin * sampleRate) / nFft);
}

/** The divisor with which a frame's magnitudes sum to 1. */
export function frameSum({ magnitudes, bins }: Spectrogram, t: number): number {
  let sum = 0;
  for (let i = t * bins; i < (t + 1) * bins; i++) sum += magnitudes[i];
  return sum < TINY ? 1 : sum;
}
