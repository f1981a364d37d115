import { CorpusError } from '../../corpus-error.ts';

/** One path or several as a list. */
export function checkPaths(
  caller: string,
  name: string,
  value: string | readonly string[],
): readonly string[] {
  const paths: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (paths.every((each) => typeof each === 'string')) return paths;
  const got = JSON.stringify(value);
  const message = `${caller}: \`${name}\` must be a string, or an array of them, got ${got}`;
  throw new CorpusError('bad-argument', message);
}
