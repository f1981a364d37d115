import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactStore } from '../artifact-store.ts';
import { ModelError } from '../model-error.ts';

/**
 * A folder as a store for `Classifier.save` and `Classifier.load`. The folder is made when the first file is written;
 * each file is written under a temporary name, then renamed.
 */
export function folderStore(path: string): ArtifactStore {
  return {
    name: path,
    async read(file) {
      try {
        return new Uint8Array(await readFile(join(path, file)));
      } catch (cause) {
        throw new ModelError(
          'artifact-missing',
          `${join(path, file)}: ${(cause as Error).message}`,
          {
            cause,
          },
        );
      }
    },
    async write(file, bytes) {
      await mkdir(path, { recursive: true });
      const target = join(path, file);
      const temporary = `${target}.${process.pid}.tmp`;
      try {
        await writeFile(temporary, bytes);
        await rename(temporary, target);
      } finally {
        await rm(temporary, { force: true });
      }
    },
  };
}
