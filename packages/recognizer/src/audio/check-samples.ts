import { RecognizerError } from '../recognizer-error.ts';
import { describeValue, isFloats } from '../util/checks.ts';
import type { Samples } from './audio.ts';

/** What arrays of whole numbers are divided by, so that full scale is 1. */
const FULL_SCALES: Readonly<Record<string, string>> = {
  Int8Array: '128',
  Int16Array: '32768',
  Int32Array: '2147483648',
};

/** Throws unless `value` holds floats, all of them finite. It may be empty. */
export function checkSamples(
  caller: string,
  name: string,
  value: unknown,
): asserts value is Samples {
  if (!isFloats(value)) throw notFloats(caller, name, value);
  for (let i = 0; i < value.length; i++) {
    if (Number.isFinite(value[i])) continue;
    const text = `${caller}: \`${name}\` must be finite, got ${value[i]} at index ${i}`;
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
