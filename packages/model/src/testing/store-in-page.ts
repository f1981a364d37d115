// For pages and workers.
import { indexedDbStore } from '../stores/indexed-db-store.ts';

/** One task on a database. */
export type StoreTask =
  | { do: 'write'; file: string; bytes: number[] }
  | { do: 'read' | 'remove'; file: string };

/** Runs tasks on a database, then closes it. Returns the bytes that were read, or the errors. */
export async function useDatabase(
  name: string,
  tasks: StoreTask[],
): Promise<(number[] | string | undefined)[]> {
  const store = indexedDbStore(name);
  const results: (number[] | string | undefined)[] = [];
  for (const task of tasks) {
    try {
      if (task.do === 'write') await store.write(task.file, Uint8Array.from(task.bytes));
      else if (task.do === 'remove') await store.remove(task.file);
      else results.push(toArray(await store.read(task.file)));
    } catch (error) {
      results.push(String(error));
    }
  }
  store.close();
  return results;
}

function toArray(bytes: Uint8Array | undefined): number[] | undefined {
  return bytes && [...bytes];
}

/** Whether a closed database can be deleted, and is empty when it is opened again. */
export async function deleteDatabase(name: string): Promise<number[] | undefined> {
  const store = indexedDbStore(name);
  await store.write('a', Uint8Array.of(1));
  // The database is still open. The store closes it when it is to be deleted.
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
    request.onblocked = reject;
  });
  const left = toArray(await store.read('a'));
  store.close();
  return left;
}

/** Writes a part of a larger array: how many bytes the database holds for it. */
export async function storedBytes(name: string): Promise<number> {
  const store = indexedDbStore(name);
  await store.write('part', new Uint8Array(1000).subarray(0, 10));
  const database: IDBDatabase = await new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const value: Uint8Array = await new Promise((resolve) => {
    const request = database.transaction('files').objectStore('files').get('part');
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  store.close();
  return value.buffer.byteLength;
}
