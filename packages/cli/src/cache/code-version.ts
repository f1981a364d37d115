import { createHash } from 'node:crypto';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Code that computes, and no test of it. */
const CODE = /(?<!\.test|\.bench|\.d)\.(?:ts|js|wasm)$/;
const NO_CODE: ReadonlySet<string> = new Set(['testing', 'node_modules']);

/**
 * Which code a package consists of, as it is loaded here, from its sources or as it was built:
 * SHA-256 of its files, of the versions of all that it depends on, and of what runs it. Of other code
 * nobody knows whether it computes the same numbers to the last bit.
 *
 * @param entry URL of the package's main module
 */
export async function codeVersion(entry: string): Promise<string> {
  const folder = dirname(fileURLToPath(entry));
  const hash = createHash('sha256');
  hash.update(JSON.stringify([process.versions.v8, process.arch]));
  for (const file of (await codeBelow(folder)).sort()) {
    hash.update(JSON.stringify(relative(folder, file).split(sep)));
    hash.update(
      createHash('sha256')
        .update(await readFile(file))
        .digest(),
    );
  }
  hash.update(JSON.stringify([...(await packagesOf(dirname(folder)))].sort()));
  return hash.digest('hex');
}

async function codeBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => join(folder, entry.name));
  const folders = entries.filter((entry) => entry.isDirectory() && !NO_CODE.has(entry.name));
  const below = await Promise.all(folders.map(({ name }) => codeBelow(join(folder, name))));
  return [...files, ...below.flat()];
}

interface Manifest {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Nothing where there is none. */
async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text);
}

/**
 * What a package depends on, itself or through others, as `NAME@VERSION`, or `NAME` where it is not
 * installed: a decoder's code often stands in a package behind the one that is named.
 *
 * @param seen folders of packages that were looked at
 */
async function packagesOf(folder: string, seen: Set<string> = new Set()): Promise<Set<string>> {
  const found = new Set<string>();
  const manifest = await readManifest(folder);
  const { dependencies, optionalDependencies, peerDependencies } = manifest;
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  for (const name of names) {
    const own = await packageFolder(name, folder);
    if (own === undefined) found.add(name);
    if (own === undefined || seen.has(own)) continue;
    seen.add(own);
    found.add(`${name}@${(await readManifest(own)).version}`);
    for (const below of await packagesOf(own, seen)) found.add(below);
  }
  return found;
}

/** The folder of a package as modules in another's find it; undefined where they do not. */
async function packageFolder(name: string, from: string): Promise<string | undefined> {
  const folder = join(from, 'node_modules', name);
  if ((await readManifest(folder)).version !== undefined) return realpath(folder);
  return dirname(from) === from ? undefined : packageFolder(name, dirname(from));
}
