import type { SparseFilters } from './sparse-filters.ts';
import { DOUBLE_BYTES, FLOAT_BYTES } from './wasm/bytes.ts';
import { spectraKernels } from './wasm/kernels.ts';

/** How many frames the kernel filters at a time. */
const LANES = 4;

/** The numbers of a run: row, first bin and count. */
const RUN_NUMBERS = 3;

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
  const inFours = count - (count % LANES);
  if (inFours === 0) return 0;
  const weightsAt = 0;
  const sumsAt = DOUBLE_BYTES * weights.length;
  const framesAt = sumsAt + DOUBLE_BYTES * LANES * rows;
  // Squares are computed in fours, so up to three are written beyond the last frame.
  const runsAt = framesAt + FLOAT_BYTES * (LANES * bins + LANES);
  const kernels = spectraKernels(runsAt + FLOAT_BYTES * runs.length);
  if (!kernels) return 0;
  const { buffer } = kernels.memory;
  new Float64Array(buffer, weightsAt, weights.length).set(weights);
  new Int32Array(buffer, runsAt, runs.length).set(runs);
  const fourFrames = new Float32Array(buffer, framesAt, LANES * bins);
  const sums = new Float64Array(buffer, sumsAt, LANES * rows);
  const pitch = FLOAT_BYTES * bins;

  for (let t = 0; t < inFours; t += LANES) {
    fourFrames.set(frames.subarray(t * bins, (t + LANES) * bins));
    if (squared) kernels.square(framesAt, LANES * bins);
    sums.fill(0);
    kernels.filterFour(runsAt, runs.length / RUN_NUMBERS, weightsAt, framesAt, pitch, sumsAt);
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < LANES; i++) out[row * count + t + i] = sums[LANES * row + i];
    }
  }
  return inFours;
}
