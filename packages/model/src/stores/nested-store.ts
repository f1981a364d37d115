import { checkFileName } from '../util/check-file-name.ts';
import { checkStore } from '../util/check-store.ts';
import type { FileStore } from './file-store.ts';

/**
 * The files under `folder/` of a store, as a store of their own.
 *
 * @throws {ModelError} `bad-argument` for what is no store, and for a folder that is no relative
 *   path of plain names.
 *
 * @example
 * const fold = nestedStore(folderStore('run'), 'fold1-seed0');
 * await fold.read('model.json'); // run/fold1-seed0/model.json
 */
export function nestedStore(store: FileStore, folder: string): FileStore {
  checkStore('nestedStore', 'store', store);
  checkFileName('nestedStore', 'folder', folder);
  const inside = (file: string): string => `${folder}/${file}`;
  return {
    name: `${store.name.replace(/\/$/, '')}/${folder}`,
    async read(file, options) {
      checkFileName('nestedStore.read', 'file', file);
      return store.read(inside(file), options);
    },
    async write(file, bytes) {
      checkFileName('nestedStore.write', 'file', file);
      return store.write(inside(file), bytes);
    },
    async remove(file) {
      checkFileName('nestedStore.remove', 'file', file);
      return store.remove(inside(file));
    },
  };
}
