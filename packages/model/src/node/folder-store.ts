import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { whileHeld } from '@ser/internal';
import { ModelError } from '../model-error.ts';
import { type FileStore, READ_OPTIONS } from '../stores/file-store.ts';
import { checkFileName } from '../util/check-file-name.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkNoLinks } from './check-no-links.ts';
import { readRegularFile } from './read-regular-file.ts';
import { temporaryName } from './temporary-file.ts';

/** The system's codes where there is no such file, or where a folder of its path is a file. */
const NO_SUCH_FILE = ['ENOENT', 'ENOTDIR'];

/** An address, where a path is expected. Drives of Windows have one letter. */
const ADDRESS = /^[a-z][a-z0-9+.-]+:\/\//i;

/**
 * A folder as a store for `Classifier` and the callbacks that write. Folders are made when a file
 * in them is written. A file is written under a temporary name that nobody can guess, flushed to
 * the disk, then renamed: whenever the process or the machine stops, the whole file is there, old
 * or new. Of two writes of one file at the same time, one whole file stays. A process that is
 * killed leaves a file that `isTemporaryFile` knows.
 *
 * Nothing is written or removed through a symbolic link below `path`: a link at the end or in the
 * middle of a file's path is refused. `path` itself may be one. `read` follows links, as those of
 * Hugging Face's cache, and reads regular files only.
 *
 * @throws {ModelError} `bad-argument` for an address, or the path of a `model.json`, in place of a
 *   folder's path; from `write` and `remove`: `unwritable-path`; also the system's errors.
 */
export function folderStore(path: string): FileStore {
  checkFolder(path);
  return {
    name: path,
    async read(file, options = {}) {
      checkFileName('folderStore.read', 'file', file);
      const { maxBytes } = checkOptions('folderStore.read', options, READ_OPTIONS);
      const target = join(path, file);
      try {
        return await readRegularFile('folderStore.read', target, maxBytes);
      } catch (cause) {
        if (ModelError.isInstance(cause)) throw cause;
        const { code, message } = cause as NodeJS.ErrnoException;
        if (NO_SUCH_FILE.includes(code ?? '')) return undefined;
        throw new ModelError('unreadable-file', `${target}: ${message}`, { cause });
      }
    },
    async write(file, bytes) {
      checkFileName('folderStore.write', 'file', file);
      await checkNoLinks('folderStore.write', path, file.split('/'));
      const target = join(path, file);
      await mkdir(dirname(target), { recursive: true });
      const temporary = temporaryName(target);
      // Exclusively: what is there already, a link too, is an error.
      const handle = await open(temporary, 'wx');
      try {
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await whileHeld(() => rename(temporary, target), process);
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async remove(file) {
      checkFileName('folderStore.remove', 'file', file);
      // A link at the end is itself what is removed.
      await checkNoLinks('folderStore.remove', path, file.split('/').slice(0, -1));
      try {
        await rm(join(path, file), { force: true });
      } catch (error) {
        if (!NO_SUCH_FILE.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      }
    },
  };
}

function checkFolder(path: string): void {
  const fail = (hint = '') =>
    new ModelError('bad-argument', `folderStore: \`path\` must be a folder's, got ${path}${hint}`);
  const text = String(path ?? '');
  if (text.startsWith('file:')) throw fail("; give fileURLToPath of 'node:url' of it");
  if (ADDRESS.test(text)) throw fail("; for a web address use urlStore of '@ser/model'");
  if (typeof path !== 'string' || path === '') throw fail();
  if (basename(path) === 'model.json') throw fail(`; give ${dirname(path)}`);
}
