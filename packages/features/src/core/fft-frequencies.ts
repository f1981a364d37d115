import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { checkInteger, checkPositive } from '../util/checks.ts';
import { MAX_LENGTH } from '../util/limits.ts';

/** The options of {@link fftFrequencies}. */
export interface FftFrequenciesOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Samples of a transform. Default 2048. */
  nFft?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<FftFrequenciesOptions> = { sampleRate: true, nFft: true };

/**
 * The frequencies of the bins of a transform; librosa's `fft_frequencies`.
 *
 * @returns Hz, `floor(nFft / 2) + 1` of them.
 * @throws {FeatureError} for options out of range.
 */
export function fftFrequencies(options: FftFrequenciesOptions): Float64Array {
  checkOptions('fftFrequencies', options, OPTIONS);
  const { sampleRate, nFft = 2048 } = options;
  checkPositive('fftFrequencies', 'sampleRate', sampleRate);
  checkInteger('fftFrequencies', 'nFft', nFft, 1, MAX_LENGTH);
  const bins = Math.floor(nFft / 2) + 1;
  return Float64Array.from({ length: bins }, (_, bin) => (bin * sampleRate) / nFft);
}
