/** Builds the documentation site into `docs/dist`. The packages must have been built. */
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { checkSearch } from './check-search.ts';
import { checkSite } from './check-site.ts';
import { SEARCH_WORDS } from './search-words.ts';
import { sitePages } from './site-pages.ts';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'docs/dist');
await buildSite(root, out);
const { pages, links } = checkSite(out);
const words = new Map(
  sitePages(root).map(({ file, title }) => [title, SEARCH_WORDS[file] ?? []] as const),
);
const queries = checkSearch(out, words);
console.log(
  `docs/dist: ${pages} pages; ${links} links lead somewhere, ${queries} searches find their page, ` +
    'and nothing comes from elsewhere.',
);
