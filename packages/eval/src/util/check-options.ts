import { type OptionNames, unknownOption } from '@ser/internal';
import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/**
 * Checks that options are an object that holds none but known ones.
 *
 * @returns The options.
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkOptions<Options extends object>(
  caller: string,
  options: Options,
  names: OptionNames<Options>,
): Options {
  const kind = describe(options);
  const problem =
    kind === 'an object'
      ? unknownOption(options, names)
      : `\`options\` must be an object, got ${kind}`;
  if (problem === undefined) return options;
  throw new EvaluationError('bad-argument', `${caller}: ${problem}`);
}
