import { indexedDbDisk } from './indexed-db-disk.ts';
import { type Keeping, KeptFiles } from './kept-files.ts';

/** The databases of this view. */
const RUN = 'ser-train-run';
const FEATURES = 'ser-train-features';
/** Bytes of features that memory takes where the device does not: they only save time. */
const MOST_IN_MEMORY = 256 * 2 ** 20;

/** Keeps the run: its files, and with them where its data come from. */
export const runStore: KeptFiles = new KeptFiles(RUN, () => indexedDbDisk(RUN));

/** Keeps the features of clips. */
export const featuresStore: KeptFiles = new KeptFiles(
  FEATURES,
  () => indexedDbDisk(FEATURES),
  MOST_IN_MEMORY,
);

/** Whether all is on this device; where some of it is in memory, why. */
export const keepingNow = (): Keeping =>
  runStore.keeping === 'device' ? featuresStore.keeping : runStore.keeping;

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
    // Browsers that keep nothing for the page may give it no locks either.
    if (!signal.aborted) return work();
    throw new Error('Another page of this site is training now; wait for it, or close it.', {
      cause: error,
    });
  }
}
