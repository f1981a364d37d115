import { FeatureError } from '../feature-error.ts';
import { allFinite } from './all-finite.ts';
import type { Random } from './random.ts';

const isNumber = (value: unknown): value is number => typeof value === 'number';

function describe(value: unknown): string {
  if (typeof value === 'string') return `'${shortened(value)}'`;
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
    return String(value);
  }
  // The kind of an array or object, such as Int16Array, because its text may be long or empty.
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** The longest text from a file that a message repeats. */
const LONGEST_TEXT = 100;

/** A text, or its start where it is long. */
export function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

/** The error for an option outside its range. */
export function badArgument(
  caller: string,
  name: string,
  expected: string,
  value: unknown,
): FeatureError {
  const text = `${caller}: \`${name}\` must be ${expected}, got ${describe(value)}`;
  return new FeatureError('bad-argument', text);
}

/** Throws unless `value` is a whole number in [min, max]. */
export function checkInteger(
  caller: string,
  name: string,
  value: unknown,
  min: number,
  max: number = Number.MAX_SAFE_INTEGER,
): void {
  if (isNumber(value) && Number.isSafeInteger(value) && value >= min && value <= max) return;
  const range = max === Number.MAX_SAFE_INTEGER ? `≥ ${min}` : `in [${min}, ${max}]`;
  throw badArgument(caller, name, `a whole number ${range}`, value);
}

/** Throws unless a list has at most `max` items. */
export function checkCount(
  caller: string,
  name: string,
  { length }: readonly unknown[],
  max: number,
): void {
  if (length > max) throw badArgument(caller, name, `at most ${max} items`, length);
}

/** Throws unless `value` is finite and above zero. */
export function checkPositive(caller: string, name: string, value: unknown): void {
  if (!(isNumber(value) && Number.isFinite(value) && value > 0)) {
    throw badArgument(caller, name, '> 0 and finite', value);
  }
}

/** Throws unless `value` is finite and at least zero. */
export function checkNonNegative(caller: string, name: string, value: unknown): void {
  if (!(isNumber(value) && Number.isFinite(value) && value >= 0)) {
    throw badArgument(caller, name, '≥ 0 and finite', value);
  }
}

/** Throws unless `value` is a number that is neither NaN nor infinite. */
export function checkFinite(caller: string, name: string, value: unknown): void {
  if (!Number.isFinite(value)) throw badArgument(caller, name, 'finite', value);
}

/** Throws unless `value` is a generator of random numbers. */
export function checkRandom(caller: string, name: string, value: unknown): asserts value is Random {
  if (typeof value !== 'function') throw badArgument(caller, name, 'a function', value);
}

/** Whether `value` is an array of floats, of this page or of another frame. */
export function isFloats(value: unknown): value is Float32Array | Float64Array {
  if (value instanceof Float32Array || value instanceof Float64Array) return true;
  return /Float(32|64)Array/.test(Object.prototype.toString.call(value));
}

/** Throws unless `value` holds floats. */
export function checkFloats(
  caller: string,
  name: string,
  value: unknown,
): asserts value is Float32Array | Float64Array {
  if (!isFloats(value)) throw badArgument(caller, name, 'a Float32Array or Float64Array', value);
}

/** Throws unless `value` holds floats, at least one, and all of them are finite. */
export function checkSamples(
  caller: string,
  name: string,
  value: unknown,
): asserts value is Float32Array | Float64Array {
  checkFloats(caller, name, value);
  if (value.length === 0) {
    throw new FeatureError('bad-audio', `${caller}: \`${name}\` is empty`);
  }
  if (allFinite(value)) return;
  const i = value.findIndex((sample) => !Number.isFinite(sample));
  const text = `${caller}: \`${name}\` must be finite, got ${value[i]} at index ${i}`;
  throw new FeatureError('bad-audio', text);
}
