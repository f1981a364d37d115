import { FLOAT_BYTES } from './wasm/bytes.ts';
import { type SpectraKernels, spectraKernels } from './wasm/kernels.ts';
import { writeDecibels } from './write-decibels.ts';

/** How many values the kernel converts at a time. */
const BLOCK: number = 1 << 20;
/** The fewest values that the kernel takes, and how many it may write beyond the last. */
const LANES = 4;

/** How values become decibels. */
export interface DecibelScale {
  /** The least value, not subnormal; smaller ones are raised to it. */
  readonly least: number;
  /** What is subtracted from each level. */
  readonly offset: number;
  /** How far below the greatest level the others may be; null for any distance. */
  readonly topDb: number | null;
}

/**
 * 10 log10(max(least, value)) - offset of each value, on WebAssembly SIMD where the platform has it,
 * and the same bits elsewhere.
 */
export function flooredDecibels(values: Float32Array, scale: DecibelScale): Float32Array {
  const { least, offset, topDb } = scale;
  const result = new Float32Array(values.length);
  const block = Math.min(BLOCK, values.length);
  const fits = values.length >= LANES && least < Number.POSITIVE_INFINITY;
  const kernels = fits ? spectraKernels(FLOAT_BYTES * (block + LANES)) : undefined;
  if (kernels && onKernel(kernels, values, scale, result)) return result;
  writeDecibels(values, result, least, offset);
  if (topDb !== null) raise(result, greatest(result) - topDb);
  return result;
}

/** Returns whether all values are finite; otherwise some levels are missing. */
function onKernel(
  kernels: SpectraKernels,
  values: Float32Array,
  { least, offset, topDb }: DecibelScale,
  result: Float32Array,
): boolean {
  let floor = Number.NEGATIVE_INFINITY;
  const { length } = values;
  for (let first = 0; first < length; first += BLOCK) {
    // The last block overlaps the one before, so that it has as many values.
    const at = Math.min(first, Math.max(0, length - BLOCK));
    const count = Math.min(BLOCK, length);
    const room = new Float32Array(kernels.memory.buffer, 0, count);
    room.set(values.subarray(at, at + count));
    fillUp(kernels, count);
    if (!kernels.areFinite(0, count)) return false;
    kernels.decibels(0, 0, count, least, offset);
    if (topDb !== null) {
      floor = Math.max(floor, kernels.greatest(0, count) - topDb);
      if (count === length) kernels.raise(0, count, floor);
    }
    result.set(room, at);
  }
  if (topDb !== null && length > BLOCK) raise(result, floor);
  return true;
}

/** Zeros after the last value, since the kernels read by fours. */
function fillUp({ memory }: SpectraKernels, count: number): void {
  new Float32Array(memory.buffer, FLOAT_BYTES * count, LANES).fill(0);
}

function raise(values: Float32Array, floor: number): void {
  // Compared as float32, which the floor becomes.
  const least = Math.fround(floor);
  for (let i = 0; i < values.length; i++) if (values[i] < least) values[i] = least;
}

/** The greatest of values; NaN is not. */
export function greatest(values: Float32Array): number {
  let maximum = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i] > maximum) maximum = values[i];
  return maximum;
}
