import { log10 } from './log10.ts';
import { DOUBLE_BYTES } from './wasm/bytes.ts';
import { functionalKernels } from './wasm/kernels.ts';

/** How many values the kernel takes at a time, so that a long clip does not need its memory twice. */
const BLOCK = 8192;

/**
 * Powers in float64 become decibels, 10 log10 of them, in place: on WebAssembly SIMD where the
 * platform has it, and the same bits elsewhere.
 *
 * @param powers An even count of them, above 0 and not subnormal.
 */
export function toDecibels(powers: Float64Array): void {
  const kernels = functionalKernels(DOUBLE_BYTES * BLOCK);
  if (!kernels) {
    for (let i = 0; i < powers.length; i++) powers[i] = 10 * log10(powers[i]);
    return;
  }
  for (let start = 0; start < powers.length; start += BLOCK) {
    const block = powers.subarray(start, start + BLOCK);
    const values = new Float64Array(kernels.memory.buffer, 0, block.length);
    values.set(block);
    kernels.doubleDecibels(0, block.length);
    block.set(values);
  }
}
