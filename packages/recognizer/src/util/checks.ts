import { type OptionNames, unknownOption } from '@ser/internal';
import { RecognizerError } from '../recognizer-error.ts';

/** The longest text that a message repeats. */
const LONGEST_TEXT = 100;

/** A value as it stands behind "got": its text, or the kind of an object. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > LONGEST_TEXT ? `'${value.slice(0, LONGEST_TEXT)}…'` : `'${value}'`;
  }
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
    return String(value);
  }
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** The error for an argument of another type or outside its range. */
export function badArgument(
  caller: string,
  name: string,
  expected: string,
  value: unknown,
): RecognizerError {
  const text = `${caller}: \`${name}\` must be ${expected}, got ${describeValue(value)}`;
  return new RecognizerError('bad-argument', text);
}

/** Throws unless `options` is an object, with options that the caller knows and no other. */
export function checkOptions<Options extends object>(
  caller: string,
  options: Options,
  names: OptionNames<Options>,
): Options {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw badArgument(caller, 'options', `an object of ${Object.keys(names).join(', ')}`, options);
  }
  const problem = unknownOption(options, names);
  if (problem !== undefined) throw new RecognizerError('bad-argument', `${caller}: ${problem}`);
  return options;
}

/** Throws unless `value` is finite and above zero. */
export function checkPositive(caller: string, name: string, value: unknown): void {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return;
  throw badArgument(caller, name, '> 0 and finite', value);
}

/** Throws unless `value` is a number in [min, max]. */
export function checkWithin(
  caller: string,
  name: string,
  value: unknown,
  min: number,
  max: number,
): void {
  if (typeof value === 'number' && value >= min && value <= max) return;
  throw badArgument(caller, name, `in [${min}, ${max}]`, value);
}

/** Throws unless `value` is a whole number in [min, max]; without `max`, one from `min` on. */
export function checkInteger(
  caller: string,
  name: string,
  value: unknown,
  min: number,
  max: number = Number.MAX_SAFE_INTEGER,
): void {
  if (Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max) return;
  const range = max === Number.MAX_SAFE_INTEGER ? `≥ ${min}` : `in [${min}, ${max}]`;
  throw badArgument(caller, name, `a whole number ${range}`, value);
}

/** Throws unless `value` is a function. */
export function checkFunction(caller: string, name: string, value: unknown): void {
  if (typeof value !== 'function') throw badArgument(caller, name, 'a function', value);
}

/** Throws unless `value` is a boolean. */
export function checkBoolean(caller: string, name: string, value: unknown): void {
  if (typeof value !== 'boolean') throw badArgument(caller, name, 'true or false', value);
}

/** Throws unless `value` is a signal, of this page or of another frame, or undefined. */
export function checkSignal(caller: string, value: unknown): void {
  if (value === undefined) return;
  const { aborted, addEventListener } = Object(value);
  if (typeof aborted === 'boolean' && typeof addEventListener === 'function') return;
  throw badArgument(caller, 'signal', 'an AbortSignal', value);
}

/** Whether `value` is a `URL`, of this page or of another frame. */
export function isUrl(value: unknown): value is URL {
  return Object.prototype.toString.call(value) === '[object URL]';
}

/** Whether `value` is an array of floats, of this page or of another frame. */
export function isFloats(value: unknown): value is Float32Array | Float64Array {
  return /^\[object Float(32|64)Array\]$/.test(Object.prototype.toString.call(value));
}
