import { indexedDbStore } from '@ser/model';
import type { Disk } from './kept-files.ts';

/** Files in a database of the browser. */
export function indexedDbDisk(name: string): Disk {
  const store = indexedDbStore(name);
  return {
    ...store,
    async list() {
      // Makes the database where there is none.
      await store.read('none');
      const database = await resultOf(indexedDB.open(name));
      try {
        const keys = database.transaction('files').objectStore('files').getAllKeys();
        return (await resultOf(keys)).map(String);
      } finally {
        database.close();
      }
    },
    async delete() {
      store.close();
      await resultOf(indexedDB.deleteDatabase(name));
    },
  };
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
