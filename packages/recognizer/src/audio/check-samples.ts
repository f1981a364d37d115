import { RecognizerError } from '../recognizer-error.ts';
import { describeValue, isFloats } from '../util/checks.ts';
import type { Samples } from './audio.ts';

/** What arrays of whole numbers are divided by, so that full scale is 1. */
const FULL_SCALES: Readonly<Record<string, string>> = {
  Int8Array: '128',
  Int16Array: '32768',
  Int32Array: '2147483648',
};

/**
 * The largest sample that is taken: its square is far inside of a double, and itself inside of a
 * float. Full scale is 1.
 */
const MAX_SAMPLE = 1e31;

/** Throws unless `value` holds floats, none of them beyond `MAX_SAMPLE`. It may be empty. */
export function checkSamples(
  caller: string,
  name: string,
  value: unknown,
): asserts value is Samples {
  if (!isFloats(value)) throw notFloats(caller, name, value);
  for (let i = 0; i < value.length; i++) {
    // Neither does NaN.
    if (value[i] <= MAX_SAMPLE && value[i] >= -MAX_SAMPLE) continue;
    const expected = Number.isFinite(value[i])
      ? `within ±${MAX_SAMPLE}, where full scale is ±1`
      : 'finite';
    const text = `${caller}: \`${name}\` must be ${expected}, got ${value[i]} at index ${i}`;
    throw new RecognizerError('bad-audio', text);
  }
}

function notFloats(caller: string, name: string, value: unknown): RecognizerError {
  const got = describeValue(value);
  const text = `${caller}: \`${name}\` must be a Float32Array or Float64Array, got ${got}`;
  const scale = FULL_SCALES[got];
  let remedy = '';
  if (scale) remedy = `; divide by ${scale}: \`Float32Array.from(samples, (x) => x / ${scale})\``;
  if (got === 'Array') remedy = '; convert it with `Float32Array.from(samples)`';
  return new RecognizerError('bad-argument', `${text}${remedy}`);
}
