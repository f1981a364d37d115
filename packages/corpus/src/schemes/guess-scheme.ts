import { CorpusError } from '../corpus-error.ts';
import { checkIterable } from '../util/check-iterable.ts';
import type { NamingScheme } from './naming-scheme.ts';
import { NAMING_SCHEMES } from './naming-schemes.ts';
import { createSchemeReader } from './util/scheme-reader.ts';

/** The share of the paths that a scheme must fit to be taken for theirs. */
const LEAST_SHARE = 0.5;

/**
 * The known scheme that most of these paths fit; of several that fit as many, the first of
 * `NAMING_SCHEMES`.
 *
 * @param paths Below the source's root, with forward slashes.
 * @returns Undefined where none fits half of them, and where there is no path.
 * @throws {CorpusError} `bad-argument` for what are no texts.
 *
 * @example
 * guessScheme(['wav/03a01Fa.wav', 'wav/03a01Nc.wav'])?.name; // 'emodb'
 */
export function guessScheme(paths: Iterable<string>): NamingScheme | undefined {
  if (typeof paths === 'string') {
    throw new CorpusError('bad-argument', `guessScheme: \`paths\` must be several, got "${paths}"`);
  }
  checkIterable('guessScheme', 'paths', paths);
  const list = [...paths];
  for (const path of list) {
    if (typeof path === 'string') continue;
    throw new CorpusError('bad-argument', `guessScheme: \`paths\` must be texts, got ${path}`);
  }
  let best: NamingScheme | undefined;
  let most = 0;
  for (const scheme of NAMING_SCHEMES.values()) {
    const read = createSchemeReader(scheme);
    const count = list.filter((path) => read(path).labels !== undefined).length;
    if (count <= most) continue;
    best = scheme;
    most = count;
  }
  return most >= list.length * LEAST_SHARE ? best : undefined;
}
