import type { Stats } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from '@ser/model';
import { folderStore } from '@ser/model/node';
import { CliError } from '../console/cli-error.ts';
import { errorCode } from '../console/error-code.ts';
import { kindOfFile } from './kind-of-file.ts';
import { makeFolder } from './make-folder.ts';

const BOM = [0xef, 0xbb, 0xbf];

/**
 * A folder as a store whose files are plain files. It reads no pipe and no device, which would be
 * waited for without end, and writes through no link below the folder: the file would land
 * elsewhere. JSON that an editor has put a byte order mark before is read without it.
 *
 * @throws CliError `not-a-file` from `read`, `unwritable-path` from `write` and `remove`; what
 *   `folderStore` throws
 */
export function plainStore(path: string): FileStore {
  const store = folderStore(path);
  return {
    name: store.name,
    async read(file) {
      const target = join(path, file);
      const stats = await statOf(target, stat);
      // A folder's own message is the store's.
      if (stats && !stats.isFile() && !stats.isDirectory()) {
        const message = `${target} must be a plain file, got ${kindOfFile(stats)}`;
        throw new CliError('not-a-file', message);
      }
      const bytes = await store.read(file);
      const hasBom = file.endsWith('.json') && BOM.every((byte, i) => bytes?.[i] === byte);
      return hasBom ? bytes?.subarray(BOM.length) : bytes;
    },
    async write(file, bytes) {
      await checkPlain(path, file);
      // The store's own way of making it never ends in some places.
      await makeFolder(dirname(join(path, file)));
      await store.write(file, bytes);
    },
    async remove(file) {
      await checkPlain(path, file);
      await store.remove(file);
    },
  };
}

/** Checks that a file, where it is there, is a plain one, in plain folders. */
async function checkPlain(path: string, file: string): Promise<void> {
  const names = file.split('/');
  for (let depth = 1; depth <= names.length; depth++) {
    const target = join(path, ...names.slice(0, depth));
    const stats = await statOf(target, lstat);
    if (!stats) return;
    if (depth === names.length ? stats.isFile() : stats.isDirectory()) continue;
    const wanted = depth === names.length ? 'a plain file' : 'a folder';
    throw new CliError(
      'unwritable-path',
      `${target} must be ${wanted} or not be there, got ${kindOfFile(stats)}`,
    );
  }
}

async function statOf(
  file: string,
  read: (file: string) => Promise<Stats>,
): Promise<Stats | undefined> {
  try {
    return await read(file);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String(errorCode(error)))) return undefined;
    throw error;
  }
}
