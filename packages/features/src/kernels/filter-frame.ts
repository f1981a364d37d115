import type { SparseFilters } from './sparse-filters.ts';

/**
 * Filters times one frame, to `out`; `sums` is room for a sum a row. Allocates nothing.
 *
 * The even products of a run are summed apart from the odd ones, as in the lanes of a vector.
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
