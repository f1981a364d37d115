import { unknownOption } from '@ser/internal';
import { RavdessDataError } from '../ravdess-data-error.ts';

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
  const isObject = typeof options === 'object' && options !== null;
  const wrong = isObject
    ? unknownOption(options, names)
    : `\`options\` must be an object, got ${options === null ? 'null' : typeof options}`;
  if (wrong !== undefined) throw new RavdessDataError('bad-argument', `${caller}: ${wrong}`);
}
