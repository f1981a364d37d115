import { ModelError } from '../model-error.ts';
import type { ArtifactStore } from '../stores/file-store.ts';

/** A store in memory. */
export interface MemoryStore extends Required<ArtifactStore> {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  /** How many writes there were. */
  writes: number;
  text(file: string): string;
}

/** Makes a store in memory. @param beforeWrite may throw, as a full disk does */
export function memoryStore(beforeWrite: () => void = () => {}): MemoryStore {
  const files: MemoryStore['files'] = new Map();
  const get = (file: string): Uint8Array<ArrayBuffer> => {
    const bytes = files.get(file);
    if (!bytes) throw new ModelError('artifact-missing', `memory: no ${file}`);
    return bytes;
  };
  return {
    name: 'memory',
    files,
    writes: 0,
    read: async (file) => get(file),
    async write(file, bytes) {
      beforeWrite();
      this.writes++;
      files.set(file, bytes.slice());
    },
    remove: async (file) => void files.delete(file),
    text: (file) => new TextDecoder().decode(get(file)),
  };
}
