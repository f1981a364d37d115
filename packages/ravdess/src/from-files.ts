import type { Clip } from './clip.ts';
import {
  collectClips,
  createReport,
  type FoundFile,
  isCandidate,
  type SourceOptions,
} from './collect-clips.ts';
import { RavdessError } from './ravdess-error.ts';

/**
 * The clips among `File`s, in the order of their ids: from drag and drop, from
 * `<input type="file" multiple>`, or with `webkitdirectory` from a whole folder. Files of other
 * kinds, hidden ones and `__MACOSX` are skipped. Bytes are read when `clip.bytes()` asks for them.
 *
 * Left out: further copies of a clip; the first by path stays. Left out as problems: a `.wav` whose
 * name is not RAVDESS' (`bad-filename`) and a copy with other bytes (`duplicate-clip`).
 *
 * @throws {RavdessError} while iterating: `no-clips` when there are none.
 *
 * @example
 * input.addEventListener('change', async () => {
 *   for await (const clip of fromFiles(input.files ?? [])) console.log(clip.id);
 * });
 */
export async function* fromFiles(
  files: Iterable<File>,
  options: SourceOptions = {},
): AsyncGenerator<Clip, void, undefined> {
  const found = Array.from(files, (file) => toFound('fromFiles', pathOf(file), async () => file));
  yield* collectClips(
    found.filter(({ file }) => isCandidate(file)),
    { caller: 'fromFiles', source: '`files`', report: createReport(options) },
  );
}

/** A file whose bytes come from a browser's `File`, which may have gone away since. */
export function toFound(caller: string, path: string, open: () => Promise<File>): FoundFile {
  return {
    file: path,
    bytes: async () => {
      try {
        return new Uint8Array(await (await open()).arrayBuffer());
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        const message = `${caller}: ${path} must be readable, got: ${reason}`;
        throw new RavdessError('unreadable-file', message, { file: path, cause });
      }
    },
  };
}

/** Node's `File` has no `webkitRelativePath`, and a single file's is empty. */
function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}
