import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A Markdown file of the repository that is a page of the site. */
export interface SitePage {
  /** Its path below the root. */
  file: string;
  /** Its first heading. */
  title: string;
  /** Under what it stands in the site's navigation. */
  group: 'Guides' | 'Results' | 'Packages' | 'Changes' | 'Examples' | 'Project';
}

/** The front page. */
export const FRONT_PAGE = 'docs/guides/index.md';

const GUIDES = [
  'recognise',
  'features',
  'voice',
  'train-on-ravdess',
  'your-own-corpus',
  'protocols',
  'determinism',
  'from-python',
  'where-it-runs',
  'about',
];
const RESULTS = ['RESULTS.md', 'packages/features/PARITY.md', 'benchmarks/README.md'];
/** As the README lists them: what most people want comes first. */
const PACKAGES = [
  'recognizer',
  'features',
  'corpus',
  'ravdess',
  'ravdess-data',
  'eval',
  'model',
  'wasm-training',
  'experiment',
  'cli',
];
const PROJECT = ['SECURITY.md', 'CONTRIBUTING.md', 'CODE_OF_CONDUCT.md', 'RELEASING.md'];

/** All pages but the front page, in the order of the navigation. */
export function sitePages(root: string): SitePage[] {
  const groups: Record<SitePage['group'], string[]> = {
    Guides: GUIDES.map((name) => `docs/guides/${name}.md`),
    Results: RESULTS,
    Packages: sortedPackages(root).map((name) => `packages/${name}/README.md`),
    // Changesets writes them, at the first release.
    Changes: globSync('packages/*/CHANGELOG.md', { cwd: root }).sort(),
    Examples: globSync('examples/*/README.md', { cwd: root }).sort(),
    Project: PROJECT,
  };
  return (Object.keys(groups) as SitePage['group'][]).flatMap((group) =>
    groups[group].map((file) => ({ file, title: titleOf(join(root, file)), group })),
  );
}

/** The folders of all packages, those that the list above does not know in the end. */
export function sortedPackages(root: string): string[] {
  const there = globSync('packages/*/package.json', { cwd: root })
    .map((path) => dirname(path).slice('packages/'.length))
    .sort();
  return [...PACKAGES, ...there.filter((name) => !PACKAGES.includes(name))];
}

function titleOf(path: string): string {
  const title = /^# (.+)$/m.exec(readFileSync(path, 'utf8'))?.[1];
  if (title === undefined) throw new Error(`${path} has no heading`);
  return `${title.replaceAll('`', '')}${path.endsWith('CHANGELOG.md') ? ': changes' : ''}`;
}
