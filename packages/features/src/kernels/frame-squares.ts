import type { Frames } from '../util/frames.ts';
import { DOUBLE_BYTES, FLOAT_BYTES } from './wasm/bytes.ts';
import { signalKernels } from './wasm/kernels.ts';
import { Room } from './wasm/room.ts';

/** How many samples the kernel has at a time, unless a frame has more. */
const BLOCK_SAMPLES: number = 1 << 18;

/**
 * Writes the sums of the squares of frames on WebAssembly SIMD, where the platform has it and
 * samples are float32.
 *
 * @param length Samples a frame.
 * @param sums A value a frame.
 * @returns Whether it did; they are the same bits elsewhere.
 */
export function frameSquares(signal: Frames, length: number, sums: Float64Array): boolean {
  const { count: total, hopLength, single } = signal;
  if (!single || (total > 1 && hopLength > BLOCK_SAMPLES)) return false;
  const block = Math.min(total, Math.max(1, Math.floor(BLOCK_SAMPLES / hopLength)));
  const room = new Room();
  const sumsAt = room.reserve(DOUBLE_BYTES * block);
  const samplesAt = room.reserve(FLOAT_BYTES * ((block - 1) * hopLength + length));
  const kernels = signalKernels(room.bytes);
  if (!kernels) return false;
  const { buffer } = kernels.memory;
  for (let first = 0; first < total; first += block) {
    const count = Math.min(block, total - first);
    signal.copy(first, new Float32Array(buffer, samplesAt, (count - 1) * hopLength + length));
    kernels.frameSquares(samplesAt, FLOAT_BYTES * hopLength, length, count, sumsAt);
    sums.set(new Float64Array(buffer, sumsAt, count), first);
  }
  return true;
}
