import type { Clip } from '../clip.ts';
import { checkIterable } from '../util/check-iterable.ts';
import { type SourceOptions, WAV_ENDINGS } from './source-options.ts';
import { checkSourceOptions } from './util/check-source-options.ts';
import { collectClips } from './util/collect-clips.ts';
import { foundFile } from './util/found-file.ts';
import { isCandidate } from './util/is-candidate.ts';

/**
 * The clips among `File`s, in the order of their ids: from drag and drop, from
 * `<input type="file" multiple>`, or with `webkitdirectory` from a whole folder. Files of other
 * kinds, hidden ones and `__MACOSX` are skipped, but for the folder that was picked itself. Bytes
 * are read when `clip.bytes()` is called.
 *
 * Of several copies of a clip, the first by path is given. These are left out as problems: a file
 * for which `describe` throws, with the code of its error, and a copy with other bytes
 * (`duplicate-clip`).
 *
 * @throws {CorpusError} while iterating: `no-clips` when there are none, and `bad-argument`.
 *
 * @example
 * input.addEventListener('change', async () => {
 *   const describe = labelsFromFolders();
 *   for await (const clip of fromFiles(input.files ?? [], { describe })) console.log(clip.id);
 * });
 */
export async function* fromFiles<Info>(
  files: Iterable<File>,
  options: SourceOptions<Info>,
): AsyncGenerator<Clip<Info>, void, undefined> {
  checkIterable('fromFiles', 'files', files);
  checkSourceOptions('fromFiles', options);
  const found = Array.from(files, (file) =>
    foundFile('fromFiles', { ...pathsOf(file), open: async () => file }),
  );
  yield* collectClips(
    found.filter(({ path }) => isCandidate(path, options.endings ?? WAV_ENDINGS)),
    { ...options, caller: 'fromFiles', source: '`files`' },
  );
}

/** Node's `File` has no `webkitRelativePath`, and a single file's is empty. */
function pathsOf(file: File): { file: string; path: string } {
  if (!file.webkitRelativePath) return { file: file.name, path: file.name };
  // The first name is that of the folder that was picked: the source's root.
  const path = file.webkitRelativePath.replace(/^[^/]*\//, '');
  return { file: file.webkitRelativePath, path };
}
