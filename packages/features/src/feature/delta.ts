import type { OptionNames } from '@ser/internal';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger, isFloats } from '../util/checks.ts';
import { MAX_LENGTH } from '../util/limits.ts';
import { type Matrix, zeros } from '../util/matrix.ts';

/**
 * How frames beyond the first and the last are made, under the names of scipy's `savgol_filter`.
 */
export type DeltaMode = 'interp' | 'nearest' | 'mirror' | 'constant' | 'wrap';

/** The options of `delta`. */
export interface DeltaOptions {
  /** Frames from which a derivative is estimated, an odd number of at least 3. Default 9. */
  width?: number;
  /** The order of the derivative. Default 1. */
  order?: number;
  /**
   * How frames beyond the ends are made. `'interp'` makes none: the frames near an end take the
   * derivative of the first or last `width` frames. `'constant'` makes zeros. Default `'interp'`.
   */
  mode?: DeltaMode;
}

/** The names of the options. */
const OPTIONS: OptionNames<DeltaOptions> = { width: true, order: true, mode: true };

/**
 * Derivatives over time by Savitzky-Golay filtering: the derivative of the polynomial of degree
 * `order` that fits `width` frames best; librosa's `feature.delta`.
 *
 * @param input `[rows, frames]`, or one row, such as what `yin` gives.
 * @returns As many values, a frame as the unit of time.
 * @throws {FeatureError} when `mode` is `'interp'` and there are fewer frames than `width`, and for
 *   options out of range.
 */
export function delta(input: Matrix, options?: DeltaOptions): Matrix;
export function delta(input: Float32Array, options?: DeltaOptions): Float32Array;
export function delta(
  input: Matrix | Float32Array,
  options: DeltaOptions = {},
): Matrix | Float32Array {
  checkOptions('delta', options, OPTIONS);
  if (!isFloats(input)) return derivatives(input, options);
  return derivatives({ data: input, shape: [1, input.length] }, options).data;
}

function derivatives(
  matrix: Matrix,
  { width = 9, order = 1, mode = 'interp' }: DeltaOptions,
): Matrix {
  checkMatrix('delta', 'input', matrix);
  const [rows, frames] = matrix.shape;
  checkInteger('delta', 'width', width, 3, MAX_LENGTH);
  if (width % 2 === 0) throw badArgument('delta', 'width', 'odd', width);
  checkInteger('delta', 'order', order, 1, width - 1);
  if (mode === 'interp' && width > frames) {
    throw badArgument('delta', 'width', `at most the ${frames} frames when mode='interp'`, width);
  }
  const half = (width - 1) / 2;
  const weights = leadingCoefficient(half, order);
  const at = beyond(mode, frames, half);
  const result = zeros(rows, frames);
  for (let row = 0; row < rows; row++) {
    const start = row * frames;
    for (let t = 0; t < frames; t++) {
      let sum = 0;
      for (let k = -half; k <= half; k++) {
        const from = at(t, k);
        if (from >= 0) sum += weights[k + half] * matrix.data[start + from];
      }
      result.data[start + t] = sum;
    }
  }
  return result;
}

/**
 * Weights that give `order!` times the coefficient of `x ** order` in the best polynomial of that
 * degree through values at -half … half: the Gram polynomial of the degree, over its square.
 */
function leadingCoefficient(half: number, order: number): Float64Array {
  const size = 2 * half + 1;
  let before = new Float64Array(size);
  let polynomial = new Float64Array(size).fill(1);
  let square = size;
  let ratio = 0;
  let factorial = 1;
  for (let degree = 1; degree <= order; degree++) {
    const next = polynomial.map((value, i) => (i - half) * value - ratio * before[i]);
    const nextSquare = next.reduce((sum, value) => sum + value * value, 0);
    ratio = nextSquare / square;
    before = polynomial;
    polynomial = next;
    square = nextSquare;
    factorial *= degree;
  }
  return polynomial.map((value) => (value * factorial) / square);
}

/** The index of the frame `k` frames after frame `t`, or -1 for a zero. */
function beyond(mode: DeltaMode, frames: number, half: number): (t: number, k: number) => number {
  const last = frames - 1;
  const clamp = (i: number, low: number, high: number): number => Math.max(low, Math.min(high, i));
  const modulo = (i: number, n: number): number => ((i % n) + n) % n;
  switch (mode) {
    // The derivative of degree `order` of a polynomial of that degree is the same at all frames.
    case 'interp':
      return (t, k) => clamp(t, half, last - half) + k;
    case 'nearest':
      return (t, k) => clamp(t + k, 0, last);
    case 'constant':
      return (t, k) => (t + k < 0 || t + k > last ? -1 : t + k);
    case 'wrap':
      return (t, k) => modulo(t + k, frames);
    case 'mirror':
      return (t, k) => {
        const folded = modulo(t + k, Math.max(1, 2 * last));
        return Math.min(folded, 2 * last - folded);
      };
    default:
      throw badArgument('delta', 'mode', 'one of interp, nearest, mirror, constant, wrap', mode);
  }
}
