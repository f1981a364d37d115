import type { OptionNames } from '@ser/internal';
import { cqt } from '../core/cqt.ts';
import { hybridCqt } from '../core/hybrid-cqt.ts';
import { checkMerge, checkSmoothing, cqToChroma } from '../filters/cq-to-chroma.ts';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkFinite, checkInteger, checkPositive } from '../util/checks.ts';
import { magnitudesOf } from '../util/constant-q/magnitudes-of.ts';
import { MAX_ROWS } from '../util/limits.ts';
import { type Matrix, zeros } from '../util/matrix.ts';
import { normalizeColumns } from '../util/normalize-columns.ts';
import { isMatrix, type SignalOrMatrix } from '../util/spectrogram.ts';
import { checkNorm, type Norm } from '../util/vector-norm.ts';

/** The options of `chromaCqt`, with librosa's names and defaults. */
export interface ChromaCqtOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Samples from one frame to the next. Default 512. */
  hopLength?: number;
  /** The lowest bin in Hz. Default C1, 32.7 Hz. */
  fMin?: number;
  /** The norm by which every frame is scaled, or null for none. Default `Infinity`. */
  norm?: Norm;
  /** Values below it become 0 before frames are scaled; null for none. Default 0. */
  threshold?: number | null;
  /** Deviation from A440 in fractions of a bin; null estimates it. Default null. */
  tuning?: number | null;
  /** Pitch classes in an octave. Default 12. */
  nChroma?: number;
  /** How many octaves from `fMin` up. Default 7. */
  nOctaves?: number;
  /** Weights over neighbouring bins, with which every class is smoothed; null for none. Default null. */
  window?: Float32Array | Float64Array | null;
  /** Bins in an octave, a multiple of `nChroma`; null for `nChroma`. Default 36. */
  binsPerOctave?: number | null;
  /** `'full'` for the magnitudes of {@link cqt}, `'hybrid'` for {@link hybridCqt}. Default `'full'`. */
  cqtMode?: 'full' | 'hybrid';
}

/** The names of the options. */
export const CHROMA_CQT_OPTIONS: OptionNames<ChromaCqtOptions> = {
  sampleRate: true,
  hopLength: true,
  fMin: true,
  norm: true,
  threshold: true,
  tuning: true,
  nChroma: true,
  nOctaves: true,
  window: true,
  binsPerOctave: true,
  cqtMode: true,
};

/**
 * Chromagram from a constant-Q transform; librosa's `feature.chroma_cqt`.
 *
 * @param input Samples, or the magnitudes of a constant-Q transform `[bins, frames]`.
 * @returns `[nChroma, frames]`.
 * @throws {FeatureError} for audio that is empty or not finite, for options out of range, and for
 *   octaves that reach beyond half of the rate.
 */
export function chromaCqt(input: SignalOrMatrix, options: ChromaCqtOptions): Matrix {
  checkOptions('chromaCqt', options, CHROMA_CQT_OPTIONS);
  const { sampleRate, fMin, nChroma = 12, nOctaves = 7, tuning = null } = options;
  const { norm = Number.POSITIVE_INFINITY, threshold = 0, window = null } = options;
  const { cqtMode = 'full', hopLength } = options;
  checkPositive('chromaCqt', 'sampleRate', sampleRate);
  checkInteger('chromaCqt', 'nChroma', nChroma, 1, MAX_ROWS);
  const binsPerOctave =
    options.binsPerOctave === undefined ? 36 : (options.binsPerOctave ?? nChroma);
  checkMerge('chromaCqt', binsPerOctave, nChroma);
  checkInteger('chromaCqt', 'nOctaves', nOctaves, 1, Math.floor(MAX_ROWS / binsPerOctave));
  checkNorm('chromaCqt', 'norm', norm);
  if (threshold !== null) checkFinite('chromaCqt', 'threshold', threshold);
  if (window !== null) checkSmoothing('chromaCqt', window);
  if (cqtMode !== 'full' && cqtMode !== 'hybrid') {
    throw badArgument('chromaCqt', 'cqtMode', "'full' or 'hybrid'", cqtMode);
  }

  const nBins = nOctaves * binsPerOctave;
  const transform = { sampleRate, hopLength, fMin, nBins, binsPerOctave, tuning };
  const bins = isMatrix(input) ? given(input) : magnitudes(input, transform, cqtMode);
  const [nInput] = bins.shape;
  const classes = cqToChroma({ nInput, binsPerOctave, nChroma, fMin, window });
  const chroma = product(classes, bins);
  if (threshold !== null) {
    for (let i = 0; i < chroma.data.length; i++) {
      if (chroma.data[i] < threshold) chroma.data[i] = 0;
    }
  }
  return normalizeColumns(chroma, norm);
}

function given(matrix: Matrix): Matrix {
  checkMatrix('chromaCqt', 'input', matrix);
  return matrix;
}

const magnitudes = (
  samples: Float32Array | Float64Array,
  options: Parameters<typeof cqt>[1],
  mode: 'full' | 'hybrid',
): Matrix => (mode === 'full' ? magnitudesOf(cqt(samples, options)) : hybridCqt(samples, options));

/** Filters, most of whose weights are zero, times bins. */
function product(filters: Matrix, bins: Matrix): Matrix {
  const [rows, count] = filters.shape;
  const [, frames] = bins.shape;
  const result = zeros(rows, frames);
  const sums = new Float64Array(frames);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    for (let bin = 0; bin < count; bin++) {
      const weight = filters.data[row * count + bin];
      if (weight === 0) continue;
      for (let t = 0; t < frames; t++) sums[t] += weight * bins.data[bin * frames + t];
    }
    result.data.set(sums, row * frames);
  }
  return result;
}
