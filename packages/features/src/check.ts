import { FeatureError } from './feature-error.ts';
import type { Random } from './random.ts';
import type { Samples } from './samples.ts';
import { type SpectraKernels, spectraKernels } from './wasm/kernels.ts';

// Floats that the kernel checks at a time, and how many are too few to call it for.
const CHUNK = 1 << 14;
const SHORT = 1 << 12;

/**
 * The longest frame or transform. A transform of this length takes seconds and half a gigabyte; what
 * is longer is a mistake.
 */
export const MAX_LENGTH: number = 2 ** 22;

/** The most bands or classes of a bank of filters. */
export const MAX_ROWS: number = 2 ** 14;

/** The most floats that an array holds everywhere: 2 GiB. */
export const MAX_VALUES: number = 2 ** 29;

function describe(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
    return String(value);
  }
  // A list may be long, and an object says nothing: their kind, such as Int16Array.
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** The error for an option outside its range. */
export function invalid(
  where: string,
  option: string,
  expected: string,
  value: unknown,
): FeatureError {
  const text = `${where}: \`${option}\` must be ${expected}, got ${describe(value)}`;
  return new FeatureError('bad-argument', text);
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

/** Throws unless `value` is a number that is neither NaN nor infinite. */
export function checkFinite(where: string, option: string, value: number): void {
  if (!Number.isFinite(value)) throw invalid(where, option, 'finite', value);
}

/** Throws unless `random` is a generator. */
export function checkRandom(where: string, random: Random): void {
  if (typeof random !== 'function') throw invalid(where, 'random', 'a function', random);
}

/** Whether `value` holds floats; those of another page or frame as well. */
export function isFloats(value: unknown): value is Float32Array | Float64Array {
  if (value instanceof Float32Array || value instanceof Float64Array) return true;
  return /Float(32|64)Array/.test(Object.prototype.toString.call(value));
}

/** Throws unless samples are floats. */
export function checkFloats(where: string, samples: Samples): void {
  if (!isFloats(samples)) {
    throw invalid(where, 'samples', 'a Float32Array or Float64Array', samples);
  }
}

/** Throws unless there are samples, as floats, and all of them are finite. */
export function checkSamples(where: string, samples: Samples): void {
  checkFloats(where, samples);
  if (samples.length === 0) {
    throw new FeatureError('bad-audio', `${where}: \`samples\` is empty`);
  }
  if (allFinite(samples)) return;
  const i = samples.findIndex((sample) => !Number.isFinite(sample));
  const text = `${where}: \`samples\` must be finite, got ${samples[i]} at index ${i}`;
  throw new FeatureError('bad-audio', text);
}

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
