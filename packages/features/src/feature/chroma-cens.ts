import type { OptionNames } from '@ser/internal';
import { checkWindow, getWindow, type NamedWindow } from '../filters/get-window.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkInteger } from '../util/checks.ts';
import { MAX_LENGTH } from '../util/limits.ts';
import { type Matrix, zeros } from '../util/matrix.ts';
import { normalizeColumns } from '../util/normalize-columns.ts';
import type { SignalOrMatrix } from '../util/spectrogram.ts';
import { checkNorm } from '../util/vector-norm.ts';
import { CHROMA_CQT_OPTIONS, type ChromaCqtOptions, chromaCqt } from './chroma-cqt.ts';

/** The options of `chromaCens`, with librosa's names and defaults; `norm` defaults to 2. */
export interface ChromaCensOptions extends Omit<ChromaCqtOptions, 'threshold'> {
  /** Frames over which classes are smoothed; null for none. Default 41. */
  winLenSmooth?: number | null;
  /** With which weights. Default `'hann'`. */
  smoothingWindow?: NamedWindow;
}

const { threshold: _, ...CHROMA_OPTIONS } = CHROMA_CQT_OPTIONS;

/** The names of the options. */
const OPTIONS: OptionNames<ChromaCensOptions> = {
  ...CHROMA_OPTIONS,
  winLenSmooth: true,
  smoothingWindow: true,
};

/** The parts of a frame's sum that count, each by a quarter. */
const STEPS: readonly number[] = [0.4, 0.2, 0.1, 0.05].map(Math.fround);
const STEP_WEIGHT = 0.25;

/**
 * Chroma energy normalised: of every class how much of its frame it is, in five steps, smoothed over
 * time; librosa's `feature.chroma_cens` (M. Müller and S. Ewert, "Chroma Toolbox", 2011).
 *
 * @param input Samples, or the magnitudes of a constant-Q transform `[bins, frames]`.
 * @returns `[nChroma, frames]`.
 * @throws {FeatureError} as {@link chromaCqt} does.
 */
export function chromaCens(input: SignalOrMatrix, options: ChromaCensOptions): Matrix {
  checkOptions('chromaCens', options, OPTIONS);
  const { winLenSmooth = 41, smoothingWindow = 'hann', norm = 2, ...rest } = options;
  checkNorm('chromaCens', 'norm', norm);
  if (winLenSmooth !== null)
    checkInteger('chromaCens', 'winLenSmooth', winLenSmooth, 1, MAX_LENGTH);
  checkWindow('chromaCens', 'smoothingWindow', smoothingWindow);
  const chroma = normalizeColumns(chromaCqt(input, { ...rest, norm: null }), 1);
  for (let i = 0; i < chroma.data.length; i++) {
    chroma.data[i] = STEP_WEIGHT * STEPS.filter((step) => chroma.data[i] > step).length;
  }
  if (winLenSmooth === null) return normalizeColumns(chroma, norm);
  // A symmetric window ends with the value that it begins with.
  const period = getWindow(smoothingWindow, winLenSmooth + 1);
  return normalizeColumns(smoothed(chroma, Float64Array.of(...period, period[0])), norm);
}

/** Each row convolved with the weights, as parts of their sum, between zeros. */
function smoothed({ data, shape: [rows, frames] }: Matrix, weights: Float64Array): Matrix {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const middle = Math.floor(weights.length / 2);
  const result = zeros(rows, frames);
  for (let row = 0; row < rows; row++) {
    const start = row * frames;
    for (let t = 0; t < frames; t++) {
      let sum = 0;
      const first = Math.max(0, t + middle - frames + 1);
      for (let k = first; k < weights.length && k <= t + middle; k++) {
        sum += weights[k] * data[start + t + middle - k];
      }
      result.data[start + t] = sum / total;
    }
  }
  return result;
}
