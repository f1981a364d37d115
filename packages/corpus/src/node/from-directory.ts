import type { Clip } from '../clip.ts';
import { type SourceOptions, WAV_ENDINGS } from '../sources/source-options.ts';
import { checkSourceOptions } from '../sources/util/check-source-options.ts';
import { collectClips, type FoundFile } from '../sources/util/collect-clips.ts';
import { createProblemHandler } from '../sources/util/problem-handler.ts';
import { findZips } from './find-zips.ts';
import { checkPaths } from './util/check-paths.ts';
import { findFiles } from './util/find-files.ts';
import { readWhole } from './util/read-whole.ts';

/**
 * The clips below a folder, or below several, in the order of their ids.
 *
 * Files may lie at any depth. Names that begin with a dot (`.DS_Store`, `._*`) and files of other
 * kinds are skipped. Links are followed, each folder once. All folders are listed before the first
 * clip comes. Bytes are read when `clip.bytes()` is called.
 *
 * Of several copies of a clip, the first by path is given. These are left out as problems: a copy
 * with other bytes (`duplicate-clip`), a file for which `describe` throws, with the code of its
 * error, a broken link or a pipe (`unreadable-file`), a folder that cannot be listed
 * (`unreadable-directory`).
 *
 * `clip.bytes()` rejects with `unreadable-file` where the system does not give the file, and where
 * it has more than 1 GiB. Other clips are read all the same.
 *
 * @throws {CorpusError} while iterating: `no-such-path`, `not-a-directory`, `unreadable-directory`
 *   for `path` itself, `no-clips` when there are none below it, and `bad-argument`.
 */
export async function* fromDirectory<Info>(
  path: string | readonly string[],
  options: SourceOptions<Info>,
): AsyncGenerator<Clip<Info>, void, undefined> {
  const roots = checkPaths('fromDirectory', 'path', path);
  checkSourceOptions('fromDirectory', options);
  const report = createProblemHandler(options);
  const found: FoundFile[] = [];
  const { endings = WAV_ENDINGS } = options;
  const seen = new Set<string>();
  for (const root of roots) {
    for (const each of await findFiles(root, endings, seen, report)) {
      found.push({ ...each, bytes: () => readWhole('fromDirectory', each.file) });
    }
  }
  const source = roots.join(', ');
  const hint = async (): Promise<string | undefined> => {
    const zips = (await Promise.all(roots.map(findZips))).flat();
    return zips.length > 0 ? `read ${zips.join(', ')} with \`fromZip\`` : undefined;
  };
  yield* collectClips(found, { ...options, caller: 'fromDirectory', source, hint });
}
