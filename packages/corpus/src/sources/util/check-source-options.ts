import { CorpusError } from '../../corpus-error.ts';
import type { SourceOptions } from '../source-options.ts';

/** The options of a source, whose caller may be JavaScript. */
export function checkSourceOptions<Info>(
  caller: string,
  options: SourceOptions<Info>,
): SourceOptions<Info> {
  const describe: unknown = options?.describe;
  if (typeof describe === 'function') return options;
  const message = `${caller}: \`describe\` must be a function of a path, got ${describe}`;
  throw new CorpusError('bad-argument', message);
}
