import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Code that computes, and no test of it. */
const CODE = /(?<!\.test|\.bench|\.d)\.(?:ts|js|wasm)$/;
const NO_CODE: ReadonlySet<string> = new Set(['testing', 'node_modules']);

/**
 * Which code a package consists of, as it is loaded here, from its sources or as it was built:
 * SHA-256 of its files, of the versions of what it depends on, and of what runs it. Of other code
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
  const { dependencies = {}, peerDependencies = {} } = await readManifest(dirname(folder));
  for (const name of Object.keys({ ...dependencies, ...peerDependencies }).sort()) {
    hash.update(JSON.stringify([name, await installedVersion(name, folder)]));
  }
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
  peerDependencies?: Record<string, string>;
}

/** Nothing where there is none. */
async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text);
}

/** The version of a package as modules in a folder find it; undefined where they do not. */
async function installedVersion(name: string, folder: string): Promise<string | undefined> {
  const { version } = await readManifest(join(folder, 'node_modules', name));
  if (version !== undefined || dirname(folder) === folder) return version;
  return installedVersion(name, dirname(folder));
}
