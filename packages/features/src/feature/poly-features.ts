import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger } from '../util/checks.ts';
import { type Matrix, zeros } from '../util/matrix.ts';
import {
  binFrequencies,
  SPECTRAL_OPTIONS,
  type SpectralOptions,
  spectralFrames,
} from '../util/spectral-frames.ts';
import type { SignalOrMatrix } from '../util/spectrogram.ts';

/** The options of {@link polyFeatures}. */
export interface PolyFeaturesOptions extends SpectralOptions {
  /** The degree of the polynomial, at most 8. Default 1, a line. */
  order?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<PolyFeaturesOptions> = { ...SPECTRAL_OPTIONS, order: true };

/** Of a higher degree, the coefficients of powers of Hz leave the range of float32. */
const MAX_ORDER = 8;

/**
 * The polynomial over frequency that fits each frame's magnitudes best; librosa's
 * `feature.poly_features`.
 *
 * @param input Samples, or a magnitude spectrogram `[1 + nFft / 2, frames]`.
 * @returns Coefficients `[order + 1, frames]`, that of the highest power of Hz first.
 * @throws {FeatureError} for audio that is empty or not finite, for fewer bins than coefficients,
 *   and for options out of range.
 */
export function polyFeatures(input: SignalOrMatrix, options: PolyFeaturesOptions): Matrix {
  checkOptions('polyFeatures', options, OPTIONS);
  const { order = 1, sampleRate } = options;
  checkInteger('polyFeatures', 'order', order, 0, MAX_ORDER);
  const spectra = spectralFrames('polyFeatures', input, options);
  const { magnitudes, frames, bins } = spectra;
  const hz = binFrequencies('polyFeatures', spectra, sampleRate);
  if (order >= bins) throw badArgument('polyFeatures', 'order', `below ${bins}, the bins`, order);
  const fits = fitters(hz, order);
  const result = zeros(order + 1, frames);
  for (let t = 0; t < frames; t++) {
    fits.forEach((weights, row) => {
      let sum = 0;
      for (let f = 0; f < bins; f++) sum += weights[f] * magnitudes[t * bins + f];
      result.data[row * frames + t] = sum;
    });
  }
  return result;
}

/**
 * What each value at `x` adds to each coefficient of the least-squares polynomial, the highest
 * power first: the rows of the pseudo-inverse of the Vandermonde matrix, by its QR factors.
 */
function fitters(x: Float64Array, order: number): Float64Array[] {
  const scale = x[x.length - 1] || 1;
  const columns: Float64Array[] = [];
  const triangle: number[][] = [];
  for (let power = 0; power <= order; power++) {
    const column = x.map((value) => (value / scale) ** power);
    const factors = new Array<number>(power + 1).fill(0);
    // Twice, so that rounding leaves them orthogonal.
    for (let pass = 0; pass < 2; pass++) {
      columns.forEach((other, k) => {
        const factor = dot(other, column);
        factors[k] += factor;
        for (let i = 0; i < column.length; i++) column[i] -= factor * other[i];
      });
    }
    factors[power] = Math.sqrt(dot(column, column));
    columns.push(column.map((value) => value / factors[power]));
    triangle.push(factors);
  }
  // From the last row of R c = Q' y upwards.
  const rows: Float64Array[] = [];
  for (let power = order; power >= 0; power--) {
    const row = Float64Array.from(columns[power]);
    rows.forEach((known, k) => {
      const factor = triangle[order - k][power];
      for (let i = 0; i < row.length; i++) row[i] -= factor * known[i];
    });
    rows.push(row.map((value) => value / triangle[power][power]));
  }
  return rows.map((row, k) => row.map((value) => value / scale ** (order - k)));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
