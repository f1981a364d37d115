import { type OptionNames, wrongOptions } from '@ser/internal';
import { ModelError } from '../model-error.ts';

/**
 * Refuses options that are no object, and an option that the function does not know.
 *
 * @returns The options.
 */
export function checkOptions<Options extends object>(
  caller: string,
  options: Options,
  names: OptionNames<Options>,
): Options {
  const wrong = wrongOptions(options, names);
  if (wrong !== undefined) throw new ModelError('bad-argument', `${caller}: ${wrong}`);
  return options;
}
