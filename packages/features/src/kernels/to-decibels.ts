import { log10 } from './log10.ts';
import { DOUBLE_BYTES } from './wasm/bytes.ts';
import { functionalKernels } from './wasm/kernels.ts';

/**
 * Powers in float64 become decibels, 10 log10 of them, in place: on WebAssembly SIMD where the
 * platform has it, and the same bits elsewhere.
 *
 * @param powers An even count of them, above 0 and not subnormal.
 */
export function toDecibels(powers: Float64Array): void {
  const kernels = functionalKernels(DOUBLE_BYTES * powers.length);
  if (kernels) {
    const values = new Float64Array(kernels.memory.buffer, 0, powers.length);
    values.set(powers);
    kernels.doubleDecibels(0, powers.length);
    powers.set(values);
    return;
  }
  for (let i = 0; i < powers.length; i++) powers[i] = 10 * log10(powers[i]);
}
