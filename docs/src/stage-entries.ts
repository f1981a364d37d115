import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type PublicEntry, publicEntries } from '@ser/api';
import { sortedPackages } from './site-pages.ts';
import { STAGE } from './stage-page.ts';

/** A module for TypeDoc of each entry of each package, by its file's name. */
export function stageEntries(root: string): Map<string, string> {
  const order = sortedPackages(root);
  const rank = ({ folder }: PublicEntry): number => order.indexOf(basename(folder));
  const entries = publicEntries(root).sort((a, b) => rank(a) - rank(b));
  return new Map(
    entries.map((entry) => [
      `${entry.name.slice(1).replaceAll('/', '-')}.ts`,
      moduleOf(root, entry),
    ]),
  );
}

/** It exports what the built declarations export, under the name that users import. */
function moduleOf(root: string, { name, folder, types }: PublicEntry): string {
  const { description } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const from = join(root, STAGE, 'entries');
  const readme = relative(from, join(root, STAGE, relative(root, folder), 'README.md'));
  const built = relative(from, types).replace(/\.d\.ts$/, '.js');
  return `/**
 * ${description}. [Its README](${readme}) explains it.
 *
 * @module ${name}
 * @group API
 */
export * from '${built}';
`;
}
