import { CorpusError } from '../../corpus-error.ts';
import { checkOptions } from '../../util/check-options.ts';
import { SOURCE_OPTIONS, type SourceOptions } from '../source-options.ts';

/** Checks the options of a source. JavaScript may leave out `describe`, which must be there. */
export function checkSourceOptions<Info>(caller: string, options: SourceOptions<Info>): void {
  checkOptions(caller, options, SOURCE_OPTIONS);
  const { describe } = options;
  if (typeof describe === 'function') return;
  const message = `${caller}: \`describe\` must be a function of a path, got ${describe}`;
  throw new CorpusError('bad-argument', message);
}
