import type { SparseFilters } from './sparse-filters.ts';
import { spectraKernels } from './wasm/kernels.ts';

/**
 * Multiplies filters with frames, or with their squares, four frames at a time on WebAssembly SIMD,
 * and writes `[rows, frames]` to `out`.
 *
 * @returns How many frames are done: those that do not fill a four remain, and all where the
 *   platform has no WebAssembly SIMD.
 */
export function filterKernel(
  { rows, bins, runs, weights }: SparseFilters,
  frames: Float32Array,
  squared: boolean,
  out: Float32Array,
): number {
  const count = frames.length / bins;
  const inFours = count - (count % 4);
  if (inFours === 0) return 0;
  const weightsAt = 0;
  const sumsAt = 8 * weights.length;
  const framesAt = sumsAt + 32 * rows;
  // Squares are computed in fours, so up to three are written beyond the last frame.
  const runsAt = framesAt + 4 * (4 * bins + 4);
  const kernels = spectraKernels(runsAt + 4 * runs.length);
  if (!kernels) return 0;
  const { buffer } = kernels.memory;
  new Float64Array(buffer, weightsAt, weights.length).set(weights);
  new Int32Array(buffer, runsAt, runs.length).set(runs);
  const fourFrames = new Float32Array(buffer, framesAt, 4 * bins);
  const sums = new Float64Array(buffer, sumsAt, 4 * rows);

  for (let t = 0; t < inFours; t += 4) {
    fourFrames.set(frames.subarray(t * bins, (t + 4) * bins));
    if (squared) kernels.square(framesAt, 4 * bins);
    sums.fill(0);
    kernels.filterFour(runsAt, runs.length / 3, weightsAt, framesAt, 4 * bins, sumsAt);
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < 4; i++) out[row * count + t + i] = sums[4 * row + i];
    }
  }
  return inFours;
}
