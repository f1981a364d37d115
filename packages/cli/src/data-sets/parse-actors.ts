import { InvalidArgumentError } from 'commander';

/** How many actors RAVDESS has. */
const ACTORS = 24;

/** Parser of actors: numbers and ranges, such as `1,2,21-24`; as speakers, sorted, each once. */
export function parseActors(text: string): string[] {
  const actors = new Set<number>();
  for (const part of text.split(',')) {
    const [, first, last = first] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from >= 1 && from <= to && to <= ACTORS)) {
      throw new InvalidArgumentError(`It must list actors from 1 to ${ACTORS}, such as 1,2,21-24.`);
    }
    for (let actor = from; actor <= to; actor++) actors.add(actor);
  }
  return [...actors].map((actor) => String(actor).padStart(2, '0')).sort();
}
