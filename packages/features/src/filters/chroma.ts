import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { checkFinite, checkInteger, checkPositive } from '../util/checks.ts';
import { MAX_LENGTH, MAX_ROWS } from '../util/limits.ts';
import { type Matrix, zeros } from '../util/matrix.ts';
import { roundHalfToEven } from '../util/round-half-to-even.ts';
import { checkNorm, type Norm, vectorNorm } from '../util/vector-norm.ts';

/** The options of chroma filters, with librosa's names and defaults. */
export interface ChromaOptions {
  /** Pitch classes in an octave. Default 12. */
  nChroma?: number;
  /** Centre of the weighting over octaves, in octaves above C0. Default 5. */
  ctroct?: number;
  /** Width of that weighting in octaves (Gaussian); null for none. Default 2. */
  octwidth?: number | null;
  /** Whether the first class is C. Otherwise it is A. Default true. */
  baseC?: boolean;
}

/** The names of the options. */
export const CHROMA_OPTIONS: OptionNames<ChromaOptions> = {
  nChroma: true,
  ctroct: true,
  octwidth: true,
  baseC: true,
};

/** The options of `chroma`. */
export interface ChromaFilterOptions extends ChromaOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Samples a transform. */
  nFft: number;
  /** Deviation from A440 in fractions of a class. Default 0. */
  tuning?: number;
  /** The norm by which the weights of every bin are scaled. Default 2. */
  norm?: Norm;
}

/** The names of the options. */
const OPTIONS: OptionNames<ChromaFilterOptions> = {
  ...CHROMA_OPTIONS,
  sampleRate: true,
  nFft: true,
  tuning: true,
  norm: true,
};

/**
 * Filters from frequency bins to pitch classes; librosa's `filters.chroma` (D. Ellis,
 * "Chroma feature analysis and synthesis", 2007).
 *
 * @returns `[nChroma, 1 + nFft / 2]`.
 * @throws {FeatureError} for options out of range.
 */
export function chroma(options: ChromaFilterOptions): Matrix {
  checkOptions('filters.chroma', options, OPTIONS);
  const { sampleRate, nFft, nChroma = 12, tuning = 0, norm = 2 } = options;
  const { ctroct = 5, octwidth = 2, baseC = true } = options;
  checkPositive('filters.chroma', 'sampleRate', sampleRate);
  checkInteger('filters.chroma', 'nFft', nFft, 2, MAX_LENGTH);
  checkInteger('filters.chroma', 'nChroma', nChroma, 1, MAX_ROWS);
  checkNorm('filters.chroma', 'norm', norm);
  checkFinite('filters.chroma', 'tuning', tuning);
  checkFinite('filters.chroma', 'ctroct', ctroct);
  if (octwidth !== null) checkPositive('filters.chroma', 'octwidth', octwidth);

  const a440 = 440 * 2 ** (tuning / nChroma);
  const pitch = (bin: number): number =>
    nChroma * Math.log2(((bin * sampleRate) / nFft) * (16 / a440));
  // The bin of 0 Hz has no pitch. librosa puts it 1.5 octaves below the first one.
  const pitchOf = (bin: number): number => (bin === 0 ? pitch(1) - 1.5 * nChroma : pitch(bin));

  const bins = Math.floor(nFft / 2) + 1;
  const filters = zeros(nChroma, bins);
  const weights = new Float64Array(nChroma);
  const half = roundHalfToEven(nChroma / 2);
  const shift = baseC ? 3 * Math.floor(nChroma / 12) : 0;
  for (let k = 0; k < bins; k++) {
    const at = pitchOf(k);
    const width = k + 1 < nFft ? Math.max(pitchOf(k + 1) - at, 1) : 1;
    for (let c = 0; c < nChroma; c++) {
      const distance = modulo(at - c + half + 10 * nChroma, nChroma) - half;
      weights[c] = Math.exp(-0.5 * ((2 * distance) / width) ** 2);
    }
    const length = norm === null ? 1 : vectorNorm(weights, norm, 0, nChroma) || 1;
    const octave =
      octwidth === null ? 1 : Math.exp(-0.5 * ((at / nChroma - ctroct) / octwidth) ** 2);
    for (let c = 0; c < nChroma; c++) {
      filters.data[modulo(c - shift, nChroma) * bins + k] = (weights[c] / length) * octave;
    }
  }
  return filters;
}

const modulo = (a: number, b: number): number => a - b * Math.floor(a / b);
