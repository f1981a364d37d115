import type { OptionNames } from '@ser/internal';
import { powerToDb } from '../core/decibels.ts';
import type { MelOptions } from '../filters/mel.ts';
import { weightedRows } from '../kernels/weighted-rows.ts';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger, checkNonNegative } from '../util/checks.ts';
import { type DctType, dctMatrix } from '../util/dct-matrix.ts';
import type { Matrix } from '../util/matrix.ts';
import { isMatrix, type SignalOrMatrix } from '../util/spectrogram.ts';
import {
  MELSPECTROGRAM_OPTIONS,
  type MelspectrogramOptions,
  melspectrogram,
} from './melspectrogram.ts';

/** The options of a cepstrum, with librosa's names and defaults. */
export interface CepstrumOptions {
  /** How many coefficients. Default 20. */
  nMfcc?: number;
  /** Type of the cosine transform. Default 2. */
  dctType?: DctType;
  /** Scaling of the cosine transform. Default `'ortho'`. */
  norm?: 'ortho' | null;
  /** Coefficient n is multiplied by `1 + sin(π(n+1)/lifter) * lifter / 2`; 0 is off. Default 0. */
  lifter?: number;
}

/** The options of `mfcc`. */
export interface MfccOptions extends CepstrumOptions, Omit<MelspectrogramOptions, 'norm'> {
  /** The `norm` of the mel filters. Default `'slaney'`. */
  melNorm?: MelOptions['norm'];
}

/** The names of the options. */
export const MFCC_OPTIONS: OptionNames<MfccOptions> = {
  ...MELSPECTROGRAM_OPTIONS,
  nMfcc: true,
  dctType: true,
  norm: true,
  lifter: true,
  melNorm: true,
};

/**
 * Mel-frequency cepstral coefficients; librosa's `feature.mfcc`.
 *
 * @param input Samples, or a mel spectrogram in dB, `[nMels, frames]`, used as it is.
 * @returns `[nMfcc, frames]`.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function mfcc(input: SignalOrMatrix, options: MfccOptions): Matrix {
  checkOptions('mfcc', options, MFCC_OPTIONS);
  const { nMfcc = 20, dctType = 2, norm = 'ortho', lifter = 0, melNorm, ...mel } = options;
  const { nMels = 128 } = mel;
  if (isMatrix(input)) checkMatrix('mfcc', 'input', input);
  checkCepstrum({ nMfcc, dctType, norm, lifter }, isMatrix(input) ? input.shape[0] : nMels);
  const decibels = isMatrix(input)
    ? input
    : powerToDb(melspectrogram(input, { ...mel, norm: melNorm }));
  return cepstrum(decibels, { nMfcc, dctType, norm, lifter });
}

/** Throws unless the options fit `nMels` bands. */
function checkCepstrum(
  { nMfcc, dctType, norm, lifter }: Required<CepstrumOptions>,
  nMels: number,
): void {
  if (!Number.isInteger(nMfcc) || nMfcc < 1 || nMfcc > nMels) {
    throw badArgument('mfcc', 'nMfcc', `in [1, nMels=${nMels}]`, nMfcc);
  }
  if (![1, 2, 3].includes(dctType)) throw badArgument('mfcc', 'dctType', '1, 2 or 3', dctType);
  if (norm !== 'ortho' && norm !== null) throw badArgument('mfcc', 'norm', "'ortho' or null", norm);
  checkNonNegative('mfcc', 'lifter', lifter);
  if (dctType === 1) checkInteger('mfcc', 'nMels', nMels, 2);
}

function cepstrum(decibels: Matrix, options: Required<CepstrumOptions>): Matrix {
  const { nMfcc, dctType, norm, lifter } = options;
  const bands = decibels.shape[0];
  const weights = dctMatrix(nMfcc, bands, dctType, norm).map((cosine, i) => {
    const k = Math.floor(i / bands);
    return lifter > 0
      ? (1 + (lifter / 2) * Math.sin((Math.PI * (k + 1)) / lifter)) * cosine
      : cosine;
  });
  return weightedRows(weights, decibels);
}
