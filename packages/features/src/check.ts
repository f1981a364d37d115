import { FeatureError } from './feature-error.ts';
import type { Samples } from './samples.ts';
import { type SpectraKernels, spectraKernels } from './wasm/kernels.ts';

// Floats that the kernel checks at a time, and how many are too few to call it for.
const CHUNK = 1 << 14;
const SHORT = 1 << 12;

const describe = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : String(value);

/** The error for an option outside its range. */
export function invalid(
  where: string,
  option: string,
  expected: string,
  value: unknown,
): FeatureError {
  const text = `${where}: \`${option}\` must be ${expected}, got ${describe(value)}`;
  return new FeatureError('invalid-argument', text);
}

/** Throws unless `value` is an integer in [min, max]. */
export function checkInteger(
  where: string,
  option: string,
  value: number,
  min: number,
  max: number = Number.MAX_SAFE_INTEGER,
): void {
  if (Number.isSafeInteger(value) && value >= min && value <= max) return;
  const range = max === Number.MAX_SAFE_INTEGER ? `at least ${min}` : `in [${min}, ${max}]`;
  throw invalid(where, option, `an integer ${range}`, value);
}

/** Throws unless `value` is finite and above zero. */
export function checkPositive(where: string, option: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) {
    throw invalid(where, option, 'a positive number', value);
  }
}

/** Throws unless `value` is finite and at least zero. */
export function checkNonNegative(where: string, option: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0)) {
    throw invalid(where, option, 'a number of at least 0', value);
  }
}

/** Throws unless there are samples and all of them are finite. */
export function checkSamples(where: string, samples: Samples): void {
  if (samples.length === 0) {
    throw new FeatureError('invalid-audio', `${where}: \`samples\` is empty`);
  }
  if (allFinite(samples)) return;
  const i = samples.findIndex((sample) => !Number.isFinite(sample));
  const text = `${where}: \`samples\` must be finite, got ${samples[i]} at index ${i}`;
  throw new FeatureError('invalid-audio', text);
}

/** Whether no value is NaN or infinite. Allocates nothing for short chunks, as live audio comes in. */
export function allFinite(values: Float32Array | Float64Array): boolean {
  if (values.length > SHORT && values instanceof Float32Array) {
    const native = spectraKernels(4 * CHUNK);
    if (native) return finiteChunks(values, native);
  }
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
