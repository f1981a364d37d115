import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Repository } from './repository.ts';

/** A manifest, as far as it is read here. */
export interface Manifest {
  name: string;
  version: string;
  engines?: { node?: string };
  publishConfig?: Record<string, unknown>;
  dependencies?: Record<string, string>;
  [field: string]: unknown;
}

/** A manifest, and the folder below the root that it lies in. */
export interface PublicManifest {
  folder: string;
  manifest: Manifest;
}

/** The manifests of all packages that are published, in the order of their folders. */
export function publicManifests(root: string): PublicManifest[] {
  return globSync('packages/*/package.json', { cwd: root })
    .sort()
    .map((path) => ({
      folder: dirname(path).replaceAll('\\', '/'),
      manifest: JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest,
    }))
    .filter(({ manifest }) => manifest.private !== true);
}

/** The oldest Node that the packages support. */
const ENGINES = { node: '>=20.19.0' };

/** What a package's manifest says of where it comes from, and how it is published. */
export function fieldsOf({ address }: Repository, folder: string): Record<string, unknown> {
  return {
    homepage: `${address}/tree/main/${folder}#readme`,
    bugs: `${address}/issues`,
    repository: { type: 'git', url: `git+${address}.git`, directory: folder },
    author: 'The @ser authors',
    engines: ENGINES,
  };
}

/** Writes those fields into a manifest's file, in front of its licence where they are new. */
export function writeFields(
  root: string,
  { folder, manifest }: PublicManifest,
  at: Repository,
): void {
  const { license, engines: _, ...rest } = manifest;
  const fields = fieldsOf(at, folder);
  const { engines, ...before } = fields;
  const written: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (name in before) continue;
    if (name === 'type') Object.assign(written, before, { license });
    if (name === 'files') written.engines = engines;
    written[name] = value;
  }
  writeFileSync(join(root, folder, 'package.json'), `${JSON.stringify(written, null, 2)}\n`);
}
