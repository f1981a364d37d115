import { type Matrix, zeros } from '../util/matrix.ts';
import { filterFrame } from './filter-frame.ts';
import { filterKernel } from './filter-kernel.ts';
import type { SparseFilters } from './sparse-filters.ts';

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
