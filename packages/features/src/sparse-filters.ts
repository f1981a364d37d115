import { type Matrix, zeros } from './matrix.ts';

/** Neighbouring bins that a filter reads. */
interface Run {
  readonly row: number;
  readonly start: number;
  readonly weights: Float64Array;
}

/** Filters from bins to rows, without the weights that make no difference. */
export interface SparseFilters {
  readonly rows: number;
  readonly bins: number;
  readonly runs: readonly Run[];
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
  const runs: Run[] = [];
  for (let row = 0; row < rows; row++) {
    const weights = data.subarray(row * bins, (row + 1) * bins);
    const counts = (bin: number): boolean => Math.abs(weights[bin]) > limits[bin];
    for (let bin = 0; bin < bins; bin++) {
      if (!counts(bin)) continue;
      const start = bin;
      let end = bin + 1;
      for (; bin < bins && bin < end + GAP; bin++) if (counts(bin)) end = bin + 1;
      bin = end - 1;
      runs.push({ row, start, weights: Float64Array.from(weights.subarray(start, end)) });
    }
  }
  return { rows, bins, runs };
}

/**
 * Filters times frames `[frames, bins]`: `[rows, frames]`.
 *
 * Four frames at a time share each weight that is read, with a sum each: additions need not wait
 * for each other, and a frame's sum is the same whichever frames are beside it.
 */
export function applyFilters({ rows, bins, runs }: SparseFilters, frames: Float32Array): Matrix {
  const count = frames.length / bins;
  const result = zeros(rows, count);
  const inFours = count - (count % 4);
  const sums = new Float64Array(rows * 4);
  for (let t = 0; t < inFours; t += 4) {
    sums.fill(0);
    for (const { row, start, weights } of runs) {
      weighFour(weights, frames, t * bins + start, bins, sums, 4 * row);
    }
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < 4; i++) result.data[row * count + t + i] = sums[4 * row + i];
    }
  }
  const last = new Float32Array(rows);
  for (let t = inFours; t < count; t++) {
    filterFrame({ rows, bins, runs }, frames, t * bins, sums, last);
    for (let row = 0; row < rows; row++) result.data[row * count + t] = last[row];
  }
  return result;
}

/** Adds a run's products with four frames to their sums; apart, as V8 compiles it better so. */
function weighFour(
  weights: Float64Array,
  frames: Float32Array,
  start: number,
  bins: number,
  sums: Float64Array,
  to: number,
): void {
  const count = weights.length;
  let a = start;
  let b = a + bins;
  let c = b + bins;
  let d = c + bins;
  let s0 = sums[to];
  let s1 = sums[to + 1];
  let s2 = sums[to + 2];
  let s3 = sums[to + 3];
  for (let k = 0; k < count; k++) {
    const weight = weights[k];
    s0 += weight * frames[a++];
    s1 += weight * frames[b++];
    s2 += weight * frames[c++];
    s3 += weight * frames[d++];
  }
  sums[to] = s0;
  sums[to + 1] = s1;
  sums[to + 2] = s2;
  sums[to + 3] = s3;
}

/** Filters times the frame at `start`, to `out`; `sums` is room for a sum a row. */
export function filterFrame(
  { rows, runs }: SparseFilters,
  frames: Float32Array,
  start: number,
  sums: Float64Array,
  out: Float32Array,
): void {
  sums.fill(0);
  for (const { row, start: bin, weights } of runs) {
    const at = start + bin;
    let sum = sums[row];
    for (let k = 0; k < weights.length; k++) sum += weights[k] * frames[at + k];
    sums[row] = sum;
  }
  for (let row = 0; row < rows; row++) out[row] = sums[row];
}
