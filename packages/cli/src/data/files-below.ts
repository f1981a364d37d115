import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files below a folder, sorted by name within each folder, through links too, each folder once.
 * Names that begin with a dot are skipped, and so is `__MACOSX`.
 *
 * @throws the system's error where the folder itself cannot be listed
 */
export async function* filesBelow(
  folder: string,
  seen: Set<string> = new Set(),
): AsyncGenerator<string, void, undefined> {
  const real = await realpath(folder);
  if (seen.has(real)) return;
  seen.add(real);
  for (const name of (await readdir(folder)).sort()) {
    if (name.startsWith('.') || name === '__MACOSX') continue;
    const path = join(folder, name);
    const stats = await stat(path).catch(() => undefined);
    if (!stats?.isDirectory()) yield path;
    else yield* skipUnreadable(filesBelow(path, seen));
  }
}

/** What is below a folder that cannot be listed is nobody's loss here. */
async function* skipUnreadable(files: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* files;
  } catch {}
}
