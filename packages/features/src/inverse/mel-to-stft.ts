import type { OptionNames } from '@ser/internal';
import { type MelOptions, mel } from '../filters/mel.ts';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger, checkPositive } from '../util/checks.ts';
import { MAX_LENGTH, MAX_ROWS, MAX_VALUES } from '../util/limits.ts';
import type { Matrix } from '../util/matrix.ts';
import { nonNegativeBins } from './util/non-negative-bins.ts';

/** The options of `inverse.melToStft`, with librosa's names and defaults. */
export interface MelToStftOptions extends Omit<MelOptions, 'nMels'> {
  /** Samples per second. */
  sampleRate: number;
  /** Samples a transform. Default 2048. */
  nFft?: number;
  /** The exponent of the magnitudes in the mel spectrogram: 1 amplitude, 2 power. Default 2. */
  power?: number;
}

/** The names of the options. */
export const MEL_TO_STFT_OPTIONS: OptionNames<MelToStftOptions> = {
  fMin: true,
  fMax: true,
  htk: true,
  norm: true,
  sampleRate: true,
  nFft: true,
  power: true,
};

/**
 * Magnitudes of a spectrum that has the given mel spectrogram, or the nearest that one can have by
 * least squares; librosa's `feature.inverse.mel_to_stft`. Of all such spectra it is the one with
 * the least sum of squares of what the filters read.
 *
 * @param melspectrogram `[nMels, frames]`, not negative, as `melspectrogram` gives it.
 * @returns `[1 + nFft / 2, frames]`.
 * @throws {FeatureError} for values that are negative or not finite, and for options out of range.
 */
export function melToStft(melspectrogram: Matrix, options: MelToStftOptions): Matrix {
  checkOptions('inverse.melToStft', options, MEL_TO_STFT_OPTIONS);
  return spectrumOf('inverse.melToStft', melspectrogram, options);
}

/** `melToStft` for another caller, which has checked the names of its options. */
export function spectrumOf(
  caller: string,
  melspectrogram: Matrix,
  options: MelToStftOptions,
): Matrix {
  checkMatrix(caller, 'melspectrogram', melspectrogram);
  const negative = melspectrogram.data.find((value) => value < 0);
  if (negative !== undefined) throw badArgument(caller, 'melspectrogram', '≥ 0', negative);
  const { sampleRate, nFft = 2048, power = 2, fMin, fMax, htk, norm } = options;
  const [nMels, frames] = melspectrogram.shape;
  checkPositive(caller, 'sampleRate', sampleRate);
  checkInteger(caller, 'nFft', nFft, 1, MAX_LENGTH);
  checkPositive(caller, 'power', power);
  if (nMels > MAX_ROWS) {
    throw badArgument(caller, 'melspectrogram', `of ${MAX_ROWS} bands at most`, nMels);
  }
  const bins = Math.floor(nFft / 2) + 1;
  if (bins * Math.max(frames, nMels) > MAX_VALUES) {
    const expected = `small enough for ${MAX_VALUES} values at most in rows of ${bins}`;
    throw badArgument(caller, 'nFft', expected, nFft);
  }
  const filters = mel({ sampleRate, nFft, nMels, fMin, fMax, htk, norm });
  const spectrum = nonNegativeBins(filters, melspectrogram);
  const root = 1 / power;
  const { data, shape } = spectrum;
  return { data: data.map((value) => (power === 2 ? Math.sqrt(value) : value ** root)), shape };
}
