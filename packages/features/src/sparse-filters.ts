import { filterKernel } from './filter-kernel.ts';
import { type Matrix, zeros } from './matrix.ts';
import { powers, type Spectrogram } from './spectrogram.ts';

/** Filters from bins to rows, without the weights that make no difference. */
export interface SparseFilters {
  readonly rows: number;
  readonly bins: number;
  /** Neighbouring bins that a filter reads: row, first bin, count; rows ascend. */
  readonly runs: Int32Array;
  /** The weights of all runs, one run after the other. */
  readonly weights: Float64Array;
}

// Shorter gaps cost less to multiply by than to jump over.
const GAP = 8;

/**
 * The weights of `[rows, bins]` in runs. A weight below `negligible` times the greatest of its bin
 * is left out: 0, the default, leaves out zeros alone.
 */
export function sparseFilters(
  { data, shape: [rows, bins] }: Matrix,
  negligible: number = 0,
): SparseFilters {
  const limits = new Float64Array(bins);
  for (let i = 0; i < data.length; i++) {
    limits[i % bins] = Math.max(limits[i % bins], negligible * Math.abs(data[i]));
  }
  const runs: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < rows; row++) {
    const filter = data.subarray(row * bins, (row + 1) * bins);
    const counts = (bin: number): boolean => Math.abs(filter[bin]) > limits[bin];
    for (let bin = 0; bin < bins; bin++) {
      if (!counts(bin)) continue;
      const start = bin;
      let end = bin + 1;
      for (; bin < bins && bin < end + GAP; bin++) if (counts(bin)) end = bin + 1;
      bin = end - 1;
      runs.push(row, start, end - start);
      for (let k = start; k < end; k++) weights.push(filter[k]);
    }
  }
  return { rows, bins, runs: Int32Array.from(runs), weights: Float64Array.from(weights) };
}

/**
 * Filters times frames `[frames, bins]`, or times their squares: `[rows, frames]`.
 *
 * A frame's values are the same bits whichever frames are beside it.
 */
export function applyFilters(
  filters: SparseFilters,
  frames: Float32Array,
  { squared = false }: { squared?: boolean } = {},
): Matrix {
  const { rows, bins } = filters;
  const count = frames.length / bins;
  const result = zeros(rows, count);
  const inFours = filterKernel(filters, frames, squared, result.data);
  if (inFours === count) return result;
  const frame = new Float32Array(bins);
  const sums = new Float64Array(rows);
  const values = new Float32Array(rows);
  for (let t = inFours; t < count; t++) {
    for (let k = 0; k < bins; k++) {
      const value = frames[t * bins + k];
      frame[k] = squared ? value * value : value;
    }
    filterFrame(filters, frame, sums, values);
    for (let row = 0; row < rows; row++) result.data[row * count + t] = values[row];
  }
  return result;
}

/** Filters times |STFT|^power: `[rows, frames]`. */
export function filterPowers(filters: SparseFilters, frames: Spectrogram, power: number): Matrix {
  return power === 2
    ? applyFilters(filters, frames.magnitudes, { squared: true })
    : applyFilters(filters, powers(frames, power));
}

/**
 * Filters times one frame, to `out`; `sums` is room for a sum a row. Allocates nothing.
 *
 * The even products of a run have a sum and the odd ones another, as in the lanes of a vector.
 */
export function filterFrame(
  { runs, weights }: SparseFilters,
  frame: Float32Array,
  sums: Float64Array,
  out: Float32Array,
): void {
  sums.fill(0);
  let w = 0;
  for (let run = 0; run < runs.length; run += 3) {
    let even = 0;
    let odd = 0;
    let at = runs[run + 1];
    const end = w + runs[run + 2];
    for (; w + 1 < end; w += 2, at += 2) {
      even += weights[w] * frame[at];
      odd += weights[w + 1] * frame[at + 1];
    }
    let sum = even + odd;
    if (w < end) sum += weights[w++] * frame[at];
    sums[runs[run]] += sum;
  }
  for (let row = 0; row < sums.length; row++) out[row] = sums[row];
}
