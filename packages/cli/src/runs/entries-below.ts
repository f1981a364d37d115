import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Everything below a folder, itself and not what links lead to: `readdir` with `recursive` lists
 * those, too, and a link to `/` has no end.
 */
export async function* entriesBelow(
  path: string,
): AsyncGenerator<{ file: string; entry: Dirent }, void, undefined> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const file = join(path, entry.name);
    yield { file, entry };
    if (entry.isDirectory()) yield* entriesBelow(file);
  }
}
