import { ModelError } from '../model-error.ts';
import type { ArtifactSource } from './file-store.ts';

/**
 * Files that someone has dropped on a page or chosen there, for `Classifier.load`: `model.json` and the weights that it
 * names, alone or among others. Folders in the files' paths do not matter.
 *
 * @throws from `read`: ModelError `artifact-missing` when none has the name, or the one that has it cannot be read any
 * more; `argument` when several have it
 *
 * @example
 * input.onchange = async () => {
 *   const classifier = await Classifier.load(filesStore(input.files));
 * };
 */
export function filesStore(files: Iterable<File>): ArtifactSource {
  // A FileList empties when its input is used again.
  const chosen = [...files];
  const name = `${chosen.length} chosen file${chosen.length === 1 ? '' : 's'}`;
  return {
    name,
    async read(file) {
      const [found, ...others] = chosen.filter((candidate) => candidate.name === file);
      if (!found) {
        const names = chosen.map((candidate) => candidate.name).join(', ') || 'none';
        throw new ModelError(
          'artifact-missing',
          `filesStore: \`files\` must hold ${file}, got ${names}`,
        );
      }
      if (others.length > 0) {
        throw new ModelError(
          'argument',
          `filesStore: \`files\` must hold one ${file}, got ${others.length + 1}; choose one model's folder`,
        );
      }
      try {
        return new Uint8Array(await found.arrayBuffer());
      } catch (cause) {
        throw new ModelError(
          'artifact-missing',
          `filesStore: ${file} cannot be read: ${(cause as Error).message}`,
          { cause },
        );
      }
    },
  };
}
