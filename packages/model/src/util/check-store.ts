import { ModelError } from '../model-error.ts';
import type { FileStore } from '../stores/file-store.ts';

/** Throws a ModelError `bad-argument` unless the value is a store that can be written to. */
export function checkStore(caller: string, name: string, store: FileStore): void {
  if (typeof store?.write === 'function' && typeof store.read === 'function') return;
  throw new ModelError(
    'bad-argument',
    `${caller}: \`${name}\` must be a store, such as folderStore of '@ser/model/node' or ` +
      `memoryStore, got ${typeof store}`,
  );
}
