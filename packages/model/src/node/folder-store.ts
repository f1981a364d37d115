import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ModelError } from '../model-error.ts';
import type { FileStore } from '../stores/file-store.ts';
import { checkFileName } from '../util/check-file-name.ts';

/** The system's codes where there is no such file, or where a folder of its path is a file. */
const NO_SUCH_FILE = ['ENOENT', 'ENOTDIR'];

/** Counts the writes of this process, so that two of one file have temporary names of their own. */
let writes = 0;

/**
 * A folder as a store for `Classifier` and the callbacks that write. Folders are made when a file
 * in them is written. A file is written under a temporary name, flushed to the disk, then renamed:
 * whenever the process or the machine stops, the whole file is there, old or new. Of two writes of
 * one file at the same time, one whole file stays.
 *
 * @throws The system's errors, from `write` and `remove`.
 */
export function folderStore(path: string): FileStore {
  return {
    name: path,
    async read(file) {
      checkFileName('folderStore.read', 'file', file);
      const target = join(path, file);
      try {
        return new Uint8Array(await readFile(target));
      } catch (cause) {
        const { code, message } = cause as NodeJS.ErrnoException;
        if (NO_SUCH_FILE.includes(code ?? '')) return undefined;
        throw new ModelError('unreadable-file', `${target}: ${message}`, { cause });
      }
    },
    async write(file, bytes) {
      checkFileName('folderStore.write', 'file', file);
      const target = join(path, file);
      await mkdir(dirname(target), { recursive: true });
      const temporary = `${target}.${process.pid}-${writes++}.tmp`;
      try {
        const handle = await open(temporary, 'w');
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, target);
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async remove(file) {
      checkFileName('folderStore.remove', 'file', file);
      try {
        await rm(join(path, file), { force: true });
      } catch (error) {
        if (!NO_SUCH_FILE.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      }
    },
  };
}
