import { type OptionNames, unknownOption } from '@ser/internal';
import { FeatureError } from '../feature-error.ts';
import { badArgument } from './checks.ts';
import { synonymOf } from './synonyms.ts';

/**
 * Throws unless `options` is an object, with options that the caller knows and no other.
 *
 * @param names `X_OPTIONS`, which stands beside the type of the options.
 */
export function checkOptions<Options extends object>(
  caller: string,
  options: Options,
  names: OptionNames<Options>,
): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw badArgument(caller, 'options', `an object of ${Object.keys(names).join(', ')}`, options);
  }
  const problem = unknownOption(options, names);
  if (problem === undefined) return;
  const known = Object.keys(names);
  const [synonym] = Object.keys(options).flatMap((name) => synonymOf(name, known) ?? []);
  const hint =
    synonym && !problem.includes('did you mean') ? ` (did you mean \`${synonym}\`?)` : '';
  throw new FeatureError('bad-argument', `${caller}: ${problem}${hint}`);
}
