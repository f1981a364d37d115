import { checkFileName } from '../util/check-file-name.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSize } from '../util/check-size.ts';
import { type FileStore, READ_OPTIONS } from './file-store.ts';

/** A store whose files can be looked at. */
export interface MemoryStore extends FileStore {
  /** The files by name, in the order in which they were first written. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Keeps files in memory, for tests and for pages that keep nothing. */
export function memoryStore(): MemoryStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    name: 'memory',
    files,
    async read(file, options = {}) {
      checkFileName('memoryStore.read', 'file', file);
      const { maxBytes } = checkOptions('memoryStore.read', options, READ_OPTIONS);
      const bytes = files.get(file);
      checkSize('memoryStore.read', file, bytes?.length ?? 0, maxBytes);
      return bytes?.slice();
    },
    async write(file, bytes) {
      checkFileName('memoryStore.write', 'file', file);
      // Not `slice`, which a Buffer of Node overrides to share its memory.
      files.set(file, new Uint8Array(bytes));
    },
    async remove(file) {
      checkFileName('memoryStore.remove', 'file', file);
      files.delete(file);
    },
  };
}
