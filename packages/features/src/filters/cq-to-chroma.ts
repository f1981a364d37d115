import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkFloats, checkInteger, checkPositive } from '../util/checks.ts';
import { C1 } from '../util/constant-q/constant-q-options.ts';
import { MAX_ROWS } from '../util/limits.ts';
import { type Matrix, zeros } from '../util/matrix.ts';
import { roundHalfToEven } from '../util/round-half-to-even.ts';

/** The options of `cqToChroma`, with librosa's names and defaults. */
export interface CqToChromaOptions {
  /** Bins of the constant-Q transform. */
  nInput: number;
  /** Bins in an octave, a multiple of `nChroma`. Default 12. */
  binsPerOctave?: number;
  /** Pitch classes in an octave. Default 12. */
  nChroma?: number;
  /** The lowest bin in Hz. Default C1, 32.7 Hz. */
  fMin?: number;
  /** Weights over neighbouring bins, with which every class is smoothed; null for none. Default null. */
  window?: Float32Array | Float64Array | null;
  /** Whether the first class is C. Otherwise it is A. Default true. */
  baseC?: boolean;
}

/** The names of the options. */
const OPTIONS: OptionNames<CqToChromaOptions> = {
  nInput: true,
  binsPerOctave: true,
  nChroma: true,
  fMin: true,
  window: true,
  baseC: true,
};

/**
 * Filters from the bins of a constant-Q transform to pitch classes; librosa's
 * `filters.cq_to_chroma`.
 *
 * @returns `[nChroma, nInput]`.
 * @throws {FeatureError} for options out of range.
 */
export function cqToChroma(options: CqToChromaOptions): Matrix {
  checkOptions('filters.cqToChroma', options, OPTIONS);
  const { nInput, binsPerOctave = 12, nChroma = 12, fMin = C1 } = options;
  const { window = null, baseC = true } = options;
  checkInteger('filters.cqToChroma', 'nInput', nInput, 1, MAX_ROWS);
  checkInteger('filters.cqToChroma', 'nChroma', nChroma, 1, MAX_ROWS);
  checkMerge('filters.cqToChroma', binsPerOctave, nChroma);
  checkPositive('filters.cqToChroma', 'fMin', fMin);
  if (window !== null) checkSmoothing('filters.cqToChroma', window);

  const merged = binsPerOctave / nChroma;
  const midi = 12 * (Math.log2(fMin) - Math.log2(440)) + 69;
  const first = modulo(midi, 12) - (baseC ? 0 : 9);
  const roll = roundHalfToEven(first * (nChroma / 12));
  const filters = zeros(nChroma, nInput);
  for (let bin = 0; bin < nInput; bin++) {
    // A class takes the bins around it.
    const step = modulo(bin + Math.floor(merged / 2), binsPerOctave);
    const row = modulo(Math.floor(step / merged) + roll, nChroma);
    filters.data[row * nInput + bin] = 1;
  }
  return window === null ? filters : smoothed(filters, window);
}

/** Throws unless an octave's bins go evenly into the classes. */
export function checkMerge(caller: string, binsPerOctave: number, nChroma: number): void {
  checkInteger(caller, 'binsPerOctave', binsPerOctave, 1, MAX_ROWS);
  if (binsPerOctave % nChroma === 0) return;
  const expected = `a multiple of nChroma=${nChroma}`;
  throw badArgument(caller, 'binsPerOctave', expected, binsPerOctave);
}

/** Throws unless the weights are floats, at least one, and no more than there may be rows. */
export function checkSmoothing(caller: string, window: unknown): void {
  checkFloats(caller, 'window', window);
  if (window.length >= 1 && window.length <= MAX_ROWS && window.every(Number.isFinite)) return;
  throw badArgument(caller, 'window', `1 to ${MAX_ROWS} finite weights`, window);
}

/** Each row convolved with the weights, of the row's length from their middle on. */
function smoothed(filters: Matrix, window: Float32Array | Float64Array): Matrix {
  const [rows, bins] = filters.shape;
  const result = zeros(rows, bins);
  const middle = Math.floor((window.length - 1) / 2);
  for (let at = 0; at < result.data.length; at++) {
    const start = at - (at % bins);
    let sum = 0;
    window.forEach((weight, k) => {
      const bin = (at % bins) + middle - k;
      if (bin >= 0 && bin < bins) sum += weight * filters.data[start + bin];
    });
    result.data[at] = sum;
  }
  return result;
}

const modulo = (a: number, b: number): number => a - b * Math.floor(a / b);
