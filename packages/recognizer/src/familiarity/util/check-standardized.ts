import { RecognizerError } from '../../recognizer-error.ts';
import { describeValue } from '../../util/checks.ts';

/** Refuses what is no example: a Float32Array with values that are finite. */
export function checkStandardized(caller: string, name: string, values: unknown): void {
  const isFloat32 = Object.prototype.toString.call(values) === '[object Float32Array]';
  const { length } = Object(values) as Float32Array;
  if (!isFloat32 || length === 0) {
    const got = isFloat32 ? 'an empty one' : describeValue(values);
    throw new RecognizerError(
      'bad-argument',
      `${caller}: \`${name}\` must be a Float32Array with values, got ${got}`,
    );
  }
  for (let i = 0; i < length; i++) {
    const value = (values as Float32Array)[i];
    if (Number.isFinite(value)) continue;
    throw new RecognizerError(
      'bad-argument',
      `${caller}: \`${name}\` must be finite, got ${value} at ${i}`,
    );
  }
}
