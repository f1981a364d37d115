import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import lunr from 'lunr';
import { subjectOf } from './search-script.ts';

interface SearchData {
  rows: { name: string; url: string }[];
  index: object;
}

/** How many results somebody reads. */
const READ = 5;

/**
 * Searches a built site as its own script does.
 *
 * @returns a function that gives the names of what is found, the best first
 */
function openSearch(folder: string): (query: string) => string[] {
  const script = readFileSync(join(folder, 'assets/search.js'), 'utf8');
  const [, packed = ''] = /"(.*)"/s.exec(script) ?? [];
  const text = inflateSync(Buffer.from(packed, 'base64')).toString();
  const { rows, index: serialized }: SearchData = JSON.parse(text);
  const index = lunr.Index.load(serialized);
  return (query) => {
    const wanted = subjectOf(query).toLowerCase();
    const terms = wanted.split(' ').map((term) => `*${term}*`);
    return index
      .search(terms.join(' '))
      .map(({ ref, score }) => {
        const { name } = rows[Number(ref)];
        // A name that begins with the query comes first, the shorter the earlier.
        const begins = name.toLowerCase().startsWith(wanted);
        const boost = begins ? 10 / (1 + Math.abs(name.length - wanted.length)) : 1;
        return { name, score: score * boost };
      })
      .sort((a, b) => b.score - a.score)
      .map(({ name }) => name);
  };
}

/**
 * Types each query into a built site's search.
 *
 * @param words the title of a page, and the queries that must find it
 * @returns how many queries there were
 * @throws Error that names every query whose first results lack its page
 */
export function checkSearch(folder: string, words: ReadonlyMap<string, readonly string[]>): number {
  const search = openSearch(folder);
  const queries = [...words].flatMap(([title, list]) => list.map((query) => ({ title, query })));
  const faults = queries.flatMap(({ title, query }) => {
    const first = search(query).slice(0, READ);
    return first.includes(title) ? [] : [`${query} finds ${first.join(', ')}, and not ${title}`];
  });
  if (faults.length > 0) throw new Error(`docs: the search misleads:\n${faults.join('\n')}`);
  return queries.length;
}
