import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { RavdessError } from '../../../ravdess-error.ts';
import { withFileErrors } from './with-file-errors.ts';

/** Not on every system; there the check before has to do. */
const NO_FOLLOW: number = constants.O_NOFOLLOW ?? 0;

/**
 * Opens the file that is downloaded to, and makes it where it is not there. What is written must
 * not end up in another place: a link is refused, and so is all that is no plain file.
 */
export async function openPart(part: string): Promise<FileHandle> {
  await refuseLink(part);
  const handle = await withFileErrors(part, () =>
    open(part, constants.O_RDWR | constants.O_CREAT | NO_FOLLOW),
  );
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) fail(part, 'a device or a pipe');
    if (stats.nlink > 1) fail(part, 'one with another name as well');
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Throws where a path is a link. */
export async function refuseLink(path: string): Promise<void> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats?.isSymbolicLink()) fail(path, 'a link');
}

function fail(path: string, got: string): never {
  const message = `download: ${path} must be a plain file, got ${got} (remove it)`;
  throw new RavdessError('unwritable-path', message, { file: path });
}
