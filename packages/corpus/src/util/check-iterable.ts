import { CorpusError } from '../corpus-error.ts';

/** Refuses what cannot be iterated, as a missing argument in plain JavaScript. */
export function checkIterable(caller: string, name: string, value: unknown): void {
  const isIterable =
    typeof value === 'object' &&
    value !== null &&
    (Symbol.iterator in value || Symbol.asyncIterator in value);
  if (isIterable) return;
  const message = `${caller}: \`${name}\` must be iterable, such as an array, got ${value}`;
  throw new CorpusError('bad-argument', message);
}
