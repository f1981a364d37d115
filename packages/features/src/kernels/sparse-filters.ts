import type { Matrix } from '../util/matrix.ts';

/** Filters from bins to rows, without their negligible weights. */
export interface SparseFilters {
  readonly rows: number;
  readonly bins: number;
  /** Neighbouring bins that a filter reads: row, first bin, count; rows ascend. */
  readonly runs: Int32Array;
  /** The weights of all runs, one run after the other. */
  readonly weights: Float64Array;
}

/** Shorter gaps of zeros are multiplied, which costs less than another run. */
const GAP = 8;

/**
 * The weights of `[rows, bins]` in runs. A weight below `negligible` times the greatest of its bin
 * is left out. With 0, zeros alone are left out.
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
