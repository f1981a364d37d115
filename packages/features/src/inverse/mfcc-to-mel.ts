import type { OptionNames } from '@ser/internal';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger, checkNonNegative, checkPositive } from '../util/checks.ts';
import type { DctType } from '../util/dct-matrix.ts';
import { MAX_ROWS, MAX_VALUES } from '../util/limits.ts';
import { type Matrix, zeros } from '../util/matrix.ts';
import { TINY } from '../util/vector-norm.ts';
import { inverseDct } from './util/inverse-dct.ts';

/** The options of `inverse.mfccToMel`, with librosa's names and defaults. */
export interface MfccToMelOptions {
  /** How many mel bands. Default 128. */
  nMels?: number;
  /** The type of the cosine transform that `mfcc` took. Default 2. */
  dctType?: DctType;
  /** The scaling of the cosine transform that `mfcc` took. Default `'ortho'`. */
  norm?: 'ortho' | null;
  /** The power at 0 dB. Default 1. */
  ref?: number;
  /** The lifter that `mfcc` took; 0 is off. Default 0. */
  lifter?: number;
}

/** The names of the options. */
export const MFCC_TO_MEL_OPTIONS: OptionNames<MfccToMelOptions> = {
  nMels: true,
  dctType: true,
  norm: true,
  ref: true,
  lifter: true,
};

/**
 * The mel power spectrogram, smoothed, that coefficients came from; librosa's
 * `feature.inverse.mfcc_to_mel`. Coefficients that `mfcc` left out count as 0.
 *
 * @param mfcc `[nMfcc, frames]`, as `mfcc` gives it.
 * @returns `[nMels, frames]`.
 * @throws {FeatureError} for coefficients that are not finite, and for options out of range.
 */
export function mfccToMel(mfcc: Matrix, options: MfccToMelOptions = {}): Matrix {
  checkOptions('inverse.mfccToMel', options, MFCC_TO_MEL_OPTIONS);
  return melOf('inverse.mfccToMel', mfcc, options);
}

/** `mfccToMel` for another caller, which has checked the names of its options. */
export function melOf(caller: string, mfcc: Matrix, options: MfccToMelOptions): Matrix {
  const { nMels = 128, dctType = 2, norm = 'ortho', ref = 1, lifter = 0 } = options;
  checkMatrix(caller, 'mfcc', mfcc);
  if (![1, 2, 3].includes(dctType)) throw badArgument(caller, 'dctType', '1, 2 or 3', dctType);
  checkInteger(caller, 'nMels', nMels, dctType === 1 ? 2 : 1, MAX_ROWS);
  if (norm !== 'ortho' && norm !== null) throw badArgument(caller, 'norm', "'ortho' or null", norm);
  checkPositive(caller, 'ref', ref);
  checkNonNegative(caller, 'lifter', lifter);
  const [rows, frames] = mfcc.shape;
  const used = Math.min(rows, nMels);
  if (nMels * Math.max(frames, used) > MAX_VALUES) {
    throw badArgument(caller, 'nMels', `small enough for ${MAX_VALUES} values at most`, nMels);
  }

  const basis = inverseDct(nMels, used, dctType, norm);
  for (let k = 0; lifter > 0 && k < used; k++) {
    const gain = 1 + (lifter / 2) * Math.sin((Math.PI * (k + 1)) / lifter) + TINY;
    for (let m = 0; m < nMels; m++) basis[m * used + k] /= gain;
  }
  const result = zeros(nMels, frames);
  const sums = new Float64Array(frames);
  for (let m = 0; m < nMels; m++) {
    sums.fill(0);
    for (let k = 0; k < used; k++) {
      const weight = basis[m * used + k];
      for (let t = 0; t < frames; t++) sums[t] += weight * mfcc.data[k * frames + t];
    }
    for (let t = 0; t < frames; t++) result.data[m * frames + t] = ref * 10 ** (sums[t] / 10);
  }
  return result;
}
