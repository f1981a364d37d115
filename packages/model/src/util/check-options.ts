import { type OptionNames, unknownOption } from '@ser/internal';
import { ModelError } from '../model-error.ts';

/**
 * Throws a ModelError `bad-argument` unless the options are an object that holds none but known
 * ones.
 *
 * @returns The options.
 */
export function checkOptions<Options extends object>(
  caller: string,
  options: Options,
  names: OptionNames<Options>,
): Options {
  const fail = (problem: string) => new ModelError('bad-argument', `${caller}: ${problem}`);
  if (typeof options !== 'object' || options === null) {
    throw fail(`\`options\` must be an object, got ${options === null ? 'null' : typeof options}`);
  }
  const problem = unknownOption(options, names);
  if (problem) throw fail(problem);
  return options;
}
