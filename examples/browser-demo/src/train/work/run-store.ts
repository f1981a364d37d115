import { type IndexedDbStore, indexedDbStore } from '@ser/model';

/** The databases of this view. */
const RUN = 'ser-train-run';
const FEATURES = 'ser-train-features';

/** Keeps the run: its files, and with them where its data come from. */
export const runStore: IndexedDbStore = indexedDbStore(RUN);

/** Keeps the features of clips. */
export const featuresStore: IndexedDbStore = indexedDbStore(FEATURES);

export const deleteRun = (): Promise<void> => deleteDatabase(runStore);
export const deleteFeatures = (): Promise<void> => deleteDatabase(featuresStore);

function deleteDatabase(store: IndexedDbStore): Promise<void> {
  store.close();
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(store.name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** The names of all files in the run's store. */
export async function listRunFiles(): Promise<string[]> {
  // Opens the database, and makes it where there is none.
  await runStore.read('plan.json');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(RUN);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    const files = database.transaction('files').objectStore('files').getAllKeys();
    return await new Promise((resolve, reject) => {
      files.onsuccess = () => resolve(files.result.map(String));
      files.onerror = () => reject(files.error);
    });
  } finally {
    database.close();
  }
}

/** A file of the run as text; undefined where there is none. */
export async function readText(file: string): Promise<string | undefined> {
  const bytes = await runStore.read(file);
  return bytes && new TextDecoder().decode(bytes);
}

/** Waits for another page that still ends, and lets no two train at once. */
const PATIENCE = 3000;

/** @throws {Error} While another page of this site trains. */
export async function withRunLock<T>(work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return work();
  const signal = AbortSignal.timeout(PATIENCE);
  let isHeld = false;
  try {
    return await navigator.locks.request(RUN, { signal }, () => {
      isHeld = true;
      return work();
    });
  } catch (error) {
    if (isHeld) throw error;
    throw new Error('Another page of this site is training now; wait for it, or close it.', {
      cause: error,
    });
  }
}
