import { type MemoryStore, memoryStore } from '../stores/memory-store.ts';

/** A store in memory that counts its writes and removals. */
export interface RecordingStore extends MemoryStore {
  /** How many writes there were. */
  writes: number;
  /** What was written and removed, in its order. */
  readonly steps: string[];
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
 * @param beforeStep Called before each file that is written or removed. It may throw, as a full disk
 *   does.
 */
export function recordingStore(beforeStep: () => void = () => {}): RecordingStore {
  const store = memoryStore();
  const steps: string[] = [];
  return {
    ...store,
    writes: 0,
    steps,
    async write(file, bytes) {
      beforeStep();
      this.writes++;
      await store.write(file, bytes);
      steps.push(`write ${file}`);
    },
    async remove(file) {
      beforeStep();
      await store.remove(file);
      steps.push(`remove ${file}`);
    },
    text(file) {
      const bytes = store.files.get(file);
      if (!bytes) throw new Error(`memory: no ${file}`);
      return new TextDecoder().decode(bytes);
    },
  };
}
