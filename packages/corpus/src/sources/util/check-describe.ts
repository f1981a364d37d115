import type { Describe } from '../../clip.ts';
import { CorpusError } from '../../corpus-error.ts';

/** Checks that there is a `describe`, which JavaScript may leave out. */
export function checkDescribe<Info>(
  caller: string,
  name: string,
  value: Describe<Info> | undefined,
): Describe<Info> {
  if (typeof value === 'function') return value;
  const message = `${caller}: \`${name}\` must be a function of a path, got ${value}`;
  throw new CorpusError('bad-argument', message);
}
