import { RecognizerError } from '../../recognizer-error.ts';

/** Refuses what is no example: a Float32Array with values that are finite. */
export function checkStandardized(caller: string, name: string, values: unknown): void {
  if (!(values instanceof Float32Array) || values.length === 0) {
    const got =
      values instanceof Float32Array ? 'an empty one' : `a value of type ${typeof values}`;
    throw new RecognizerError(
      'bad-argument',
      `${caller}: \`${name}\` must be a Float32Array with values, got ${got}`,
    );
  }
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    throw new RecognizerError(
      'bad-argument',
      `${caller}: \`${name}\` must be finite, got ${values[i]} at ${i}`,
    );
  }
}
