import { CorpusError } from '../corpus-error.ts';
import type { NamingScheme } from './naming-scheme.ts';
import { checkScheme } from './util/check-scheme.ts';

/**
 * Checks what came out of a JSON file to be a scheme: every field, that the pattern is a regular
 * expression with a group `label`, and that the example fits it.
 *
 * @param value What `JSON.parse` gave.
 * @param name The file's name, for messages. Default: none.
 * @returns A copy.
 * @throws {CorpusError} `bad-scheme`, which names the field, what it must be, and what came;
 *   `bad-argument` for a name that is no text.
 *
 * @example
 * parseNamingScheme(JSON.parse(await readFile('mine.json', 'utf8')), 'mine.json');
 */
export function parseNamingScheme(value: unknown, name?: string): NamingScheme {
  if (name !== undefined && typeof name !== 'string') {
    const message = `parseNamingScheme: \`name\` must be a text, got ${name}`;
    throw new CorpusError('bad-argument', message);
  }
  return checkScheme('parseNamingScheme', name ?? '`value`', value);
}
