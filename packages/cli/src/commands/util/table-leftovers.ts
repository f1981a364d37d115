import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What stands behind the name of a file while it is written. */
const TEMPORARY = /^(\.partial)?\.[\da-f]{16}\.tmp$/;

/**
 * The files that killed processes were writing for a table, or that another one writes right now:
 * who removes them waits until the own table is done, when a live process has renamed its own.
 */
export async function tableLeftovers(out: string): Promise<string[]> {
  const folder = dirname(out);
  const name = basename(out);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.startsWith(name))
    .filter((entry) => TEMPORARY.test(entry.name.slice(name.length)))
    .map((entry) => join(folder, entry.name));
}
