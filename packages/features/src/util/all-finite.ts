import { type SpectraKernels, spectraKernels } from '../kernels/wasm/kernels.ts';

/** Floats that the kernel checks at a time. */
const CHUNK = 1 << 14;
/** Fewer floats than these are checked faster without the kernel. */
const SHORT = 1 << 12;

/** Whether no value is NaN or infinite; long signals are checked by the kernel. */
export function allFinite(values: Float32Array | Float64Array): boolean {
  if (values.length > SHORT && values instanceof Float32Array) {
    const kernels = spectraKernels(4 * CHUNK);
    if (kernels) return finiteChunks(values, kernels);
  }
  return eachFinite(values);
}

/** Whether no value is NaN or infinite. Allocates nothing, for live audio. */
export function eachFinite(values: Float32Array | Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

function finiteChunks(values: Float32Array, kernels: SpectraKernels): boolean {
  const chunk = new Float32Array(kernels.memory.buffer, 0, CHUNK);
  for (let at = 0; at < values.length; at += CHUNK) {
    const part = values.subarray(at, at + CHUNK);
    chunk.set(part);
    // The kernel reads by fours.
    chunk.fill(0, part.length, part.length + 3);
    if (!kernels.areFinite(0, part.length)) return false;
  }
  return true;
}
