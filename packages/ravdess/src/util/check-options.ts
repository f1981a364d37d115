import { type OptionNames, unknownOption } from '@ser/internal';
import { RavdessError } from '../ravdess-error.ts';

/** Refuses options that are no object, and an option that the function does not know. */
export function checkOptions<Options extends object>(
  caller: string,
  options: Options,
  names: OptionNames<Options>,
): void {
  const given: unknown = options;
  const isObject = typeof given === 'object' && given !== null;
  const complaint = isObject
    ? unknownOption(given, names)
    : `\`options\` must be an object, got ${String(given)}`;
  if (complaint !== undefined) throw new RavdessError('bad-argument', `${caller}: ${complaint}`);
}
