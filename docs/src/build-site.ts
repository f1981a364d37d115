import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Application, IndexEvent, JSX, type TypeDocOptions } from 'typedoc';
import { repositoryOf } from '../../tools/repository/src/repository.ts';
import { searchScript } from './search-script.ts';
import { wordsOf } from './search-words.ts';
import { FRONT_PAGE, sitePages } from './site-pages.ts';
import { stageEntries } from './stage-entries.ts';
import { STAGE, stagePage } from './stage-page.ts';

const THEME = join(import.meta.dirname, '../theme');

/** No page fetches anything from elsewhere, or tells anybody that it was read. */
const POLICY =
  "default-src 'self' data:; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'";

/** TypeDoc's name for a group without a heading, which stands first and unfolded. */
const UNFOLDED = 'none';

/** The groups of the navigation, then those within a module. */
const GROUPS = [
  ...[UNFOLDED, 'Results', 'Packages', 'API', 'Changes', 'Examples', 'Project'],
  ...['Functions', 'Classes', 'Variables', 'Interfaces', 'Type Aliases', '*'],
];

/** Builds the site into a folder. The packages must have been built. */
export async function buildSite(root: string, out: string): Promise<void> {
  const stage = join(root, STAGE);
  rmSync(stage, { recursive: true, force: true });
  const put = (path: string, text: string): string => {
    const file = join(stage, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const pages = sitePages(root);
  const paths = new Set([...pages.map(({ file }) => file), FRONT_PAGE]);
  const staged = (file: string): string =>
    stagePage(root, file, readFileSync(join(root, file), 'utf8'), paths);
  const readme = put(FRONT_PAGE, staged(FRONT_PAGE));
  const projectDocuments = pages.map(({ file, title, group }) =>
    put(
      file,
      `---\ntitle: '${title}'\ngroup: ${group === 'Guides' ? UNFOLDED : group}\n---\n\n${staged(file)}`,
    ),
  );
  const entryPoints = [...stageEntries(root)].map(([name, text]) => put(`entries/${name}`, text));
  const tsconfig = put('tsconfig.json', JSON.stringify(tsconfigOf(root)));
  const { address, site } = repositoryOf(root);
  const navigationLinks = { Demo: `${site}/demo/`, GitHub: address };
  await render(
    {
      ...OPTIONS,
      navigationLinks,
      readme,
      projectDocuments,
      entryPoints,
      tsconfig,
      customJs: put('search.js', searchScript()),
      basePath: root,
    },
    new Map(pages.map(({ file, title }) => [title, wordsOf(file)])),
    out,
  );
}

/** How much a word counts that is kept for the search, beside one of a page's text. */
const WORDS_WEIGHT = 500;

/** @param words what else finds the page of a title */
async function render(
  options: TypeDocOptions,
  words: ReadonlyMap<string, string>,
  out: string,
): Promise<void> {
  const app = await Application.bootstrap(options);
  const policy = { 'http-equiv': 'Content-Security-Policy', content: POLICY };
  app.renderer.hooks.on('head.begin', () => JSX.createElement('meta', policy));
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event: IndexEvent) => {
    event.searchFieldWeights.words = WORDS_WEIGHT;
    for (const [i, each] of event.searchResults.entries()) {
      if (each.isDocument()) event.searchFields[i] = { words: words.get(each.name) ?? '' };
    }
  });
  const project = await app.convert();
  if (project === undefined) throw new Error('docs: TypeDoc cannot read the packages');
  app.validate(project);
  await app.generateDocs(project, out);
  // TypeDoc has said what.
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error('docs: see above');
}

const OPTIONS: TypeDocOptions = {
  name: '@ser',
  customCss: join(THEME, 'site.css'),
  favicon: join(THEME, 'favicon.svg'),
  // Members of JavaScript's own Error, for example.
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  disableSources: true,
  hideGenerator: true,
  sortEntryPoints: false,
  groupOrder: GROUPS,
  navigation: { includeGroups: true, includeCategories: false, includeFolders: false },
  highlightLanguages: ['ts', 'js', 'sh', 'sql', 'python', 'json', 'jsonc', 'csv', 'html', 'bibtex'],
  // A page that explains comes before the many properties that have its word for their name.
  searchGroupBoosts: {
    [UNFOLDED]: 30,
    Results: 10,
    Packages: 10,
    Project: 10,
    Functions: 3,
    Properties: 0.3,
  },
  searchInDocuments: true,
  searchInComments: true,
  headings: { readme: false, document: false },
  validation: { invalidLink: true, notExported: false, notDocumented: false },
};

function tsconfigOf(root: string): object {
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
    module: 'nodenext',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  };
  return { compilerOptions, include: ['entries'] };
}
