import { type OptionNames, unknownOption } from '@ser/internal';
import { FeatureError } from '../feature-error.ts';
import { badArgument } from './checks.ts';

/** Names of other libraries that are too far from ours for a typing error. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['sr', 'sampleRate'],
  ['fs', 'sampleRate'],
  ['samplingRate', 'sampleRate'],
  ['sampling_rate', 'sampleRate'],
]);

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
  const synonym = Object.keys(options)
    .map((name) => SYNONYMS.get(name))
    .find((name) => name !== undefined && Object.hasOwn(names, name));
  const hint =
    synonym && !problem.includes('did you mean') ? ` (did you mean \`${synonym}\`?)` : '';
  throw new FeatureError('bad-argument', `${caller}: ${problem}${hint}`);
}
