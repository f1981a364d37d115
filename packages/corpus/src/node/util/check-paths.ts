import { CorpusError } from '../../corpus-error.ts';

/** One path or several as a list. */
export function checkPaths(caller: string, path: string | readonly string[]): readonly string[] {
  const paths: readonly unknown[] = Array.isArray(path) ? path : [path];
  if (paths.every((each) => typeof each === 'string')) return paths;
  const message = `${caller}: \`path\` must be a string, or an array of them, got ${JSON.stringify(path)}`;
  throw new CorpusError('bad-argument', message);
}
