import { type OptionNames, wrongOptions } from '@ser/internal';
import { RavdessDataError } from '../ravdess-data-error.ts';

/** Refuses options that are no object, and an option that the function does not know. */
export function checkOptions<Options extends object>(
  caller: string,
  options: Options,
  names: OptionNames<Options>,
): void {
  const wrong = wrongOptions(options, names);
  if (wrong !== undefined) throw new RavdessDataError('bad-argument', `${caller}: ${wrong}`);
}
