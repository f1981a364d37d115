import { type MemoryStore, memoryStore } from '@ser/model';

/** A store in memory that is full for a moment. */
export interface FailingStore extends MemoryStore {
  /** The files that were written, in order, the one that failed included. */
  readonly written: string[];
}

/** Makes a store whose write number `failAt`, from 0, throws. */
export function failingStore(failAt: number = Number.POSITIVE_INFINITY): FailingStore {
  const store = memoryStore();
  const written: string[] = [];
  return {
    ...store,
    written,
    async write(file, bytes) {
      written.push(file);
      if (written.length - 1 === failAt) throw new Error(`no space for ${file}`);
      await store.write(file, bytes);
    },
  };
}
