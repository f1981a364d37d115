import type { OptionNames } from '@ser/internal';
import { melFrequencies } from '../core/mel-scale.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger, checkNonNegative, checkPositive } from '../util/checks.ts';
import { MAX_LENGTH, MAX_ROWS } from '../util/limits.ts';
import { type Matrix, zeros } from '../util/matrix.ts';
import { checkNorm, type Norm, vectorNorm } from '../util/vector-norm.ts';

/** The options of mel filters, with librosa's names and defaults. */
export interface MelOptions {
  /** How many bands. Default 128. */
  nMels?: number;
  /** Lowest frequency in Hz. Default 0. */
  fMin?: number;
  /** Highest frequency in Hz. Default `sampleRate / 2`. */
  fMax?: number;
  /** Whether to take HTK's mel scale in place of Slaney's. Default false. */
  htk?: boolean;
  /** A vector norm, null, or `'slaney'` for bands of equal area. Default `'slaney'`. */
  norm?: 'slaney' | Norm;
}

/** The names of the options. */
export const MEL_OPTIONS: OptionNames<MelOptions> = {
  nMels: true,
  fMin: true,
  fMax: true,
  htk: true,
  norm: true,
};

/** The options of `mel`. */
export interface MelFilterOptions extends MelOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Samples a transform. */
  nFft: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<MelFilterOptions> = { ...MEL_OPTIONS, sampleRate: true, nFft: true };

/**
 * Triangular mel filters; librosa's `filters.mel`.
 *
 * A band that is narrower than a bin may hold no bin and is then a row of zeros, as in librosa
 * (which warns).
 *
 * @returns `[nMels, 1 + nFft / 2]`.
 * @throws {FeatureError} for frequencies or counts outside their range.
 */
export function mel(options: MelFilterOptions): Matrix {
  checkOptions('filters.mel', options, OPTIONS);
  const { sampleRate, nFft, nMels = 128, fMin = 0, fMax = sampleRate / 2 } = options;
  const { htk = false, norm = 'slaney' } = options;
  checkPositive('filters.mel', 'sampleRate', sampleRate);
  checkInteger('filters.mel', 'nFft', nFft, 1, MAX_LENGTH);
  checkInteger('filters.mel', 'nMels', nMels, 1, MAX_ROWS);
  checkNonNegative('filters.mel', 'fMin', fMin);
  if (!(Number.isFinite(fMax) && fMax > fMin)) {
    throw badArgument('filters.mel', 'fMax', `above fMin=${fMin} Hz`, fMax);
  }
  if (norm !== 'slaney') checkNorm('filters.mel', 'norm', norm);

  const bins = Math.floor(nFft / 2) + 1;
  const edges = melFrequencies(nMels + 2, { fMin, fMax, htk });
  const filters = zeros(nMels, bins);
  for (let m = 0; m < nMels; m++) {
    const [left, centre, right] = edges.subarray(m, m + 3);
    const row = filters.data.subarray(m * bins, (m + 1) * bins);
    for (let k = 0; k < bins; k++) {
      const hz = (k * sampleRate) / nFft;
      const rising = (hz - left) / (centre - left);
      const falling = (right - hz) / (right - centre);
      row[k] = Math.max(0, Math.min(rising, falling));
    }
    if (norm === 'slaney') {
      for (let k = 0; k < bins; k++) row[k] *= 2 / (right - left);
    } else if (norm !== null) {
      const length = vectorNorm(row, norm, 0, bins) || 1;
      for (let k = 0; k < bins; k++) row[k] /= length;
    }
  }
  return filters;
}
