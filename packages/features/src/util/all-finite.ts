import { type SpectraKernels, spectraKernels } from '../kernels/wasm/kernels.ts';

/** Floats that the kernel checks at a time. */
const CHUNK = 1 << 14;
/** Fewer floats than these are checked faster without the kernel. */
const SHORT = 1 << 12;

/** Whether no value is NaN or infinite; long signals are checked by the kernel. */
export function allFinite(values: Float32Array | Float64Array): boolean {
  if (values.length > SHORT && values instanceof Float32Array) {
    const native = spectraKernels(4 * CHUNK);
    if (native) return finiteChunks(values, native);
  }
  return eachFinite(values);
}

/** Whether no value is NaN or infinite. Allocates nothing, for live audio. */
export function eachFinite(values: Float32Array | Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

function finiteChunks(values: Float32Array, native: SpectraKernels): boolean {
  const room = new Float32Array(native.memory.buffer, 0, CHUNK);
  for (let at = 0; at < values.length; at += CHUNK) {
    const part = values.subarray(at, at + CHUNK);
    room.set(part);
    // The kernel reads by fours.
    room.fill(0, part.length, part.length + 3);
    if (!native.areFinite(0, part.length)) return false;
  }
  return true;
}
