import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError } from '../console/cli-error.ts';
import { kindOfFile } from '../data/kind-of-file.ts';
import { entriesBelow } from './entries-below.ts';

/**
 * Checks that a run's folder is not a link to another place, where the run's files would land.
 *
 * @throws CliError `unwritable-path`
 */
export async function checkNoLink(path: string): Promise<void> {
  // With a slash at its end a link would be followed.
  const stats = await lstat(resolve(path)).catch(() => undefined);
  if (!stats?.isSymbolicLink()) return;
  const message = `${path} must be a folder itself, got a symbolic link; name the folder`;
  throw new CliError('unwritable-path', message);
}

/**
 * Checks that a run's folder holds plain files and folders alone. A link would lead what is written
 * elsewhere, and a pipe is waited for without end.
 *
 * @throws CliError `unwritable-path`
 */
export async function checkPlainFolder(path: string): Promise<void> {
  await checkNoLink(path);
  for await (const { file, entry } of entriesBelow(path)) {
    if (entry.isFile() || entry.isDirectory()) continue;
    const got = kindOfFile(await lstat(file));
    const message = `${file} must be a plain file or a folder, as a run writes them, got ${got}`;
    throw new CliError('unwritable-path', message);
  }
}
