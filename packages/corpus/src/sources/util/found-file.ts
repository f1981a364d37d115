import { unreadableError } from '../../util/unreadable-error.ts';
import type { FoundFile } from './collect-clips.ts';

/** A file whose bytes come from a browser's `File`, which may have been removed since. */
export function foundFile(
  caller: string,
  { file, path, open }: { file: string; path: string; open: () => Promise<File> },
): FoundFile {
  return {
    file,
    path,
    bytes: async () => {
      try {
        return new Uint8Array(await (await open()).arrayBuffer());
      } catch (cause) {
        throw unreadableError(caller, 'unreadable-file', file, cause);
      }
    },
  };
}
