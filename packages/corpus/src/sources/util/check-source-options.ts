import { CorpusError } from '../../corpus-error.ts';
import { checkOptions } from '../../util/check-options.ts';
import { SOURCE_OPTIONS, type SourceOptions } from '../source-options.ts';

/** Checks the options of a source. JavaScript may leave out `describe`, which must be there. */
export function checkSourceOptions<Info>(caller: string, options: SourceOptions<Info>): void {
  checkOptions(caller, options, SOURCE_OPTIONS);
  const { describe, endings } = options;
  const fail = (name: string, expected: string, got: string): never => {
    throw new CorpusError('bad-argument', `${caller}: \`${name}\` must ${expected}, got ${got}`);
  };
  if (typeof describe !== 'function') fail('describe', 'be a function of a path', `${describe}`);
  if (endings === undefined) return;
  const areEndings =
    Array.isArray(endings) &&
    endings.length > 0 &&
    endings.every((each) => typeof each === 'string' && /^\.[^\\/]+$/.test(each));
  if (!areEndings) fail('endings', "hold endings such as '.wav'", JSON.stringify(endings));
}
