import { unknownOption } from '@ser/internal';
import { ExperimentError } from '../experiment-error.ts';

/**
 * Throws unless options are an object that holds none but known ones.
 *
 * @param names a name for each option
 */
export function checkOptions(
  caller: string,
  options: object,
  names: Readonly<Record<string, true>>,
): void {
  const isObject = typeof options === 'object' && options !== null && !Array.isArray(options);
  const wrong = isObject
    ? unknownOption(options, names)
    : `\`options\` must be an object, got ${describe(options)}`;
  if (wrong !== undefined) throw new ExperimentError('bad-argument', `${caller}: ${wrong}`);
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}
