import type { OptionNames } from '@ser/internal';
import { MEL_OPTIONS, type MelOptions } from '../filters/mel.ts';
import { applyFilters } from '../kernels/apply-filters.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkPositive } from '../util/checks.ts';
import { filterPowers } from '../util/filter-powers.ts';
import { STFT_OPTIONS, type StftOptions } from '../util/framing.ts';
import type { Matrix } from '../util/matrix.ts';
import { melBank } from '../util/mel-bank.ts';
import { framesOf, isMatrix, type SignalOrMatrix, spectrogram } from '../util/spectrogram.ts';

/** The options of `melspectrogram`; `hopLength` defaults to 512. */
export interface MelspectrogramOptions extends StftOptions, MelOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Exponent of the magnitude: 1 for amplitude, 2 for power. Default 2. */
  power?: number;
}

/** The names of the options. */
export const MELSPECTROGRAM_OPTIONS: OptionNames<MelspectrogramOptions> = {
  ...STFT_OPTIONS,
  ...MEL_OPTIONS,
  sampleRate: true,
  power: true,
};

/**
 * Mel spectrogram; librosa's `feature.melspectrogram`.
 *
 * @param input Samples, or a spectrogram `[1 + nFft / 2, frames]` that is used as it is.
 * @returns `[nMels, frames]`.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function melspectrogram(input: SignalOrMatrix, options: MelspectrogramOptions): Matrix {
  checkOptions('melspectrogram', options, MELSPECTROGRAM_OPTIONS);
  const { sampleRate, power = 2 } = options;
  checkPositive('melspectrogram', 'sampleRate', sampleRate);
  checkPositive('melspectrogram', 'power', power);
  const given = isMatrix(input);
  const frames = given
    ? framesOf('melspectrogram', input, options.nFft)
    : spectrogram('melspectrogram', input, options);
  const bank = melBank({ ...options, nFft: frames.nFft });
  return given ? applyFilters(bank, frames.magnitudes) : filterPowers(bank, frames, power);
}
