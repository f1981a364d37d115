import { CorpusError } from '../../corpus-error.ts';
import { checkSize } from '../../util/check-size.ts';
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
        const opened = await open();
        checkSize(caller, file, opened.size);
        return new Uint8Array(await opened.arrayBuffer());
      } catch (cause) {
        if (CorpusError.isInstance(cause)) throw cause;
        throw unreadableError(caller, 'unreadable-file', file, cause);
      }
    },
  };
}
