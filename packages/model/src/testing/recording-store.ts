import { type MemoryStore, memoryStore } from '../stores/memory-store.ts';

/** A store in memory that counts its writes. */
export interface RecordingStore extends MemoryStore {
  /** How many writes there were. */
  writes: number;
  /**
   * A file's text.
   *
   * @throws When there is no such file.
   */
  text(file: string): string;
}

/**
 * Makes a store in memory.
 *
 * @param beforeWrite May throw, as a full disk does.
 */
export function recordingStore(beforeWrite: () => void = () => {}): RecordingStore {
  const store = memoryStore();
  return {
    ...store,
    writes: 0,
    async write(file, bytes) {
      beforeWrite();
      this.writes++;
      await store.write(file, bytes);
    },
    text(file) {
      const bytes = store.files.get(file);
      if (!bytes) throw new Error(`memory: no ${file}`);
      return new TextDecoder().decode(bytes);
    },
  };
}
