import { signalKernels } from './wasm/kernels.ts';

/**
 * Finds the peaks of frames `[frames, bins]`: bins in [first, end) that are greater than `threshold`
 * times the frame's maximum, greater than the bin before and not less than the bin after.
 *
 * @returns a function of where a frame begins; its result is good until the next call
 */
export function peakScanner(
  values: Float32Array,
  bins: number,
  first: number,
  end: number,
  threshold: number,
): (row: number) => Int32Array {
  const outAt = 4 * bins;
  const native = signalKernels(outAt + 4 * bins);
  if (native) {
    const frame = new Float32Array(native.memory.buffer, 0, bins);
    const found = new Int32Array(native.memory.buffer, outAt, bins);
    return (row) => {
      frame.set(values.subarray(row, row + bins));
      return found.subarray(0, native.findPeaks(0, bins, first, end, threshold, outAt));
    };
  }
  const found = new Int32Array(bins);
  return (row) => {
    let maximum = 0;
    for (let f = 0; f < bins; f++) if (values[row + f] > maximum) maximum = values[row + f];
    const floor = Math.fround(threshold * maximum);
    let count = 0;
    for (let f = first; f < end; f++) {
      const value = values[row + f];
      const rises = value > floor && value > values[row + f - 1];
      if (rises && value >= values[row + f + 1]) found[count++] = f;
    }
    return found.subarray(0, count);
  };
}
