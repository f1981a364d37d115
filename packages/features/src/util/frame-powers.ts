import { DOUBLE_BYTES, FLOAT_BYTES } from '../kernels/wasm/bytes.ts';
import { signalKernels } from '../kernels/wasm/kernels.ts';
import { Room } from '../kernels/wasm/room.ts';
import type { Samples } from '../samples.ts';
import { copyBetweenZeros } from './copy-between-zeros.ts';

/** How many frames the kernel takes at a time: a multiple of four. */
const BLOCK = 128;

/** Seconds of a frame. */
const FRAME_SECONDS = 0.025;

/** Seconds from one frame to the next. */
const HOP_SECONDS = 0.01;

/** The mean squares of short frames of a signal. */
export interface FramePowers {
  /** The mean square of each frame. */
  readonly powers: Float64Array;
  /** Samples a frame. */
  readonly frameLength: number;
  /** Samples from the middle of one frame to that of the next; the first is at sample 0. */
  readonly hopLength: number;
}

/**
 * The mean squares of the 25 ms frames every 10 ms, both rounded to whole samples. Frames are
 * centred, and what they hold beyond the signal's ends is zeros: `1 + floor(length / hopLength)`.
 *
 * @param samples Finite, and at least one.
 */
export function framePowers(samples: Samples, sampleRate: number): FramePowers {
  // A frame of one sample would have nothing before its middle.
  const frameLength = Math.max(2, Math.round(FRAME_SECONDS * sampleRate));
  const hopLength = Math.max(1, Math.round(HOP_SECONDS * sampleRate));
  const half = Math.floor(frameLength / 2);
  const powers = new Float64Array(1 + Math.floor(samples.length / hopLength));
  if (onKernel(samples, -half, frameLength, hopLength, powers)) {
    return { powers, frameLength, hopLength };
  }
  for (let t = 0; t < powers.length; t++) {
    const start = t * hopLength - half;
    const end = Math.min(samples.length, start + frameLength);
    let sum = 0;
    for (let i = Math.max(0, start); i < end; i++) sum += samples[i] * samples[i];
    powers[t] = sum / frameLength;
  }
  return { powers, frameLength, hopLength };
}

/**
 * Writes the mean squares on WebAssembly SIMD, where the platform has it and samples are float32.
 *
 * @returns Whether it did; they are the same bits elsewhere.
 */
function onKernel(
  samples: Samples,
  start: number,
  frameLength: number,
  hopLength: number,
  powers: Float64Array,
): boolean {
  if (!(samples instanceof Float32Array)) return false;
  const room = new Room();
  const outAt = room.reserve(DOUBLE_BYTES * BLOCK);
  // Two samples are read at a time, so one is beyond the last.
  const count = (BLOCK - 1) * hopLength + frameLength + 1;
  const samplesAt = room.reserve(FLOAT_BYTES * count);
  const kernels = signalKernels(room.bytes);
  if (!kernels) return false;
  const { buffer } = kernels.memory;
  const block = new Float32Array(buffer, samplesAt, count);
  for (let first = 0; first < powers.length; first += BLOCK) {
    const frames = Math.min(BLOCK, powers.length - first);
    // A square of 0 changes no sum.
    copyBetweenZeros(samples, start + first * hopLength, block);
    const inFours = 4 * Math.ceil(frames / 4);
    kernels.framePowers(samplesAt, FLOAT_BYTES * hopLength, frameLength, inFours, outAt);
    powers.set(new Float64Array(buffer, outAt, frames), first);
  }
  return true;
}
