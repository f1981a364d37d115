import { ModelError } from '../model-error.ts';
import { checkFileName } from '../util/check-file-name.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSize } from '../util/check-size.ts';
import { type FileSource, READ_OPTIONS } from './file-store.ts';

/** How many of the chosen files' names a message shows. */
const NAMES_SHOWN = 5;

/**
 * Files that were dropped on a page or chosen there, for `Classifier.load`: `model.json` and the
 * weights that it names, alone or among others. A file is found by the end of its path, so that
 * the folders above it do not matter.
 *
 * @throws {ModelError} from `read`: `bad-argument` when several files have the name,
 *   `unreadable-file` when the one that has it cannot be read any more.
 *
 * @example
 * input.onchange = async () => {
 *   const classifier = await Classifier.load(fileListStore(input.files));
 * };
 */
export function fileListStore(files: Iterable<File>): FileSource {
  if (typeof files?.[Symbol.iterator] !== 'function') {
    throw new ModelError('bad-argument', `fileListStore: \`files\` must be files, got ${files}`);
  }
  // A FileList empties when its input is used again.
  const chosen = [...files];
  return {
    name: describe(chosen),
    async read(file, options = {}) {
      checkFileName('fileListStore.read', 'file', file);
      const { maxBytes } = checkOptions('fileListStore.read', options, READ_OPTIONS);
      const [found, ...others] = chosen.filter((each) => `/${pathOf(each)}`.endsWith(`/${file}`));
      if (!found) return undefined;
      if (others.length > 0) {
        throw new ModelError(
          'bad-argument',
          `fileListStore: \`files\` must hold one ${file}, got ${others.length + 1}; ` +
            "choose one model's folder",
        );
      }
      checkSize('fileListStore.read', file, found.size, maxBytes);
      try {
        return new Uint8Array(await found.arrayBuffer());
      } catch (cause) {
        throw new ModelError(
          'unreadable-file',
          `fileListStore: ${file} cannot be read: ${(cause as Error).message}`,
          { cause },
        );
      }
    },
  };
}

/** The path of a file from a chosen folder; else its name. */
function pathOf({ webkitRelativePath, name }: File): string {
  return webkitRelativePath || name;
}

function describe(chosen: readonly File[]): string {
  const count = `${chosen.length} chosen file${chosen.length === 1 ? '' : 's'}`;
  if (chosen.length === 0) return count;
  const names = chosen.slice(0, NAMES_SHOWN).map(({ name }) => name);
  return `${count} (${[...names, ...(chosen.length > NAMES_SHOWN ? ['…'] : [])].join(', ')})`;
}
