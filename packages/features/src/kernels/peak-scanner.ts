import { FLOAT_BYTES } from './wasm/bytes.ts';
import { signalKernels } from './wasm/kernels.ts';

/**
 * Finds the peaks of frames `[frames, bins]`: bins in [first, end) that are greater than
 * `threshold` times the frame's maximum, greater than the bin before and not less than the bin
 * after.
 *
 * @returns A function of where a frame begins; its result is valid until the next call.
 */
export function peakScanner(
  values: Float32Array,
  bins: number,
  first: number,
  end: number,
  threshold: number,
): (row: number) => Int32Array {
  const outAt = FLOAT_BYTES * bins;
  const kernels = signalKernels(outAt + FLOAT_BYTES * bins);
  if (kernels) {
    const frame = new Float32Array(kernels.memory.buffer, 0, bins);
    const peaks = new Int32Array(kernels.memory.buffer, outAt, bins);
    return (row) => {
      frame.set(values.subarray(row, row + bins));
      return peaks.subarray(0, kernels.findPeaks(0, bins, first, end, threshold, outAt));
    };
  }
  const peaks = new Int32Array(bins);
  return (row) => {
    let maximum = 0;
    for (let f = 0; f < bins; f++) if (values[row + f] > maximum) maximum = values[row + f];
    const floor = Math.fround(threshold * maximum);
    let count = 0;
    for (let f = first; f < end; f++) {
      const value = values[row + f];
      const rises = value > floor && value > values[row + f - 1];
      if (rises && value >= values[row + f + 1]) peaks[count++] = f;
    }
    return peaks.subarray(0, count);
  };
}
