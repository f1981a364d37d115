/** Builds the documentation site into `docs/dist`. The packages must have been built. */
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { checkSite } from './check-site.ts';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'docs/dist');
await buildSite(root, out);
const { pages, links } = checkSite(out);
console.log(
  `docs/dist: ${pages} pages; ${links} links lead somewhere, and nothing comes from elsewhere.`,
);
