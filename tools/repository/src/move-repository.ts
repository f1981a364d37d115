import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicManifests, writeFields } from './public-manifests.ts';
import { type Repository, repositoryAt, repositoryOf } from './repository.ts';

/** The files beside the manifests that name the repository's address, or that of its site. */
export const MENTIONS: readonly string[] = [
  'package.json',
  'CITATION.cff',
  'README.md',
  'RELEASING.md',
  'docs/guides/about.md',
  '.github/ISSUE_TEMPLATE/config.yml',
];

/**
 * Writes another address into all manifests and files that have the present one.
 *
 * @param address Default: the present one, which the root's manifest names.
 */
export function moveRepository(root: string, address?: string): Repository {
  const from = repositoryOf(root);
  const to = address === undefined ? from : repositoryAt(address);
  for (const file of MENTIONS) {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll(from.address, to.address).replaceAll(from.site, to.site));
  }
  for (const each of publicManifests(root)) writeFields(root, each, to);
  return to;
}
