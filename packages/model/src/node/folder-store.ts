import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '../model-error.ts';
import type { ArtifactStore } from '../stores/file-store.ts';

/**
 * A folder as a store for `Classifier` and the callbacks that write. The folder is made when the first file is written.
 * A file is written under a temporary name, flushed to the disk, then renamed: whenever the process or the machine
 * stops, the file is there whole, new or old.
 */
export function folderStore(path: string): Required<ArtifactStore> {
  return {
    name: path,
    async read(file) {
      try {
        return new Uint8Array(await readFile(join(path, file)));
      } catch (cause) {
        throw new ModelError(
          'artifact-missing',
          `${join(path, file)}: ${(cause as Error).message}`,
          { cause },
        );
      }
    },
    async write(file, bytes) {
      await mkdir(path, { recursive: true });
      const target = join(path, file);
      const temporary = `${target}.${process.pid}.tmp`;
      try {
        const handle = await open(temporary, 'w');
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, target);
      } finally {
        await rm(temporary, { force: true });
      }
    },
    remove: (file) => rm(join(path, file), { force: true }),
  };
}
