import type { Clip } from '../clip.ts';
import { CorpusError } from '../corpus-error.ts';
import { type SourceOptions, WAV_ENDINGS } from '../sources/source-options.ts';
import { checkSourceOptions } from '../sources/util/check-source-options.ts';
import { collectClips, type FoundFile } from '../sources/util/collect-clips.ts';
import { createProblemHandler } from '../sources/util/problem-handler.ts';
import { checkPaths } from './util/check-paths.ts';
import { listZip } from './util/list-zip.ts';

/**
 * The clips in a zip, or in several, in the order of their ids. Only the zip's directory is read
 * before the first clip comes. `clip.bytes()` unpacks one clip in memory and verifies its size and
 * checksum. Nothing is written, and no file stays open.
 *
 * Clips may lie at any depth. Hidden files and `__MACOSX` are skipped. Of several copies of a clip,
 * the first by path is given. These are left out as problems: a file for which `describe` throws,
 * with the code of its error, a copy with another size or checksum (`duplicate-clip`), an encrypted
 * entry (`encrypted-zip`), and, as `bad-zip`, an entry of more than 256 MiB, one of more than 16
 * MiB that unpacks to more than 100 times its size, and one that lies within another. Where no
 * entry is sound, the first of these is thrown. Of several zips, one that is refused is a problem
 * as well, and the others are read.
 *
 * `clip.bytes()` rejects with `bad-zip` when the entry's data are damaged or have another size than
 * the directory says.
 *
 * @throws {CorpusError} while iterating: `no-such-path`, `unreadable-file`, `bad-zip` for a file
 *   that is no zip, is cut, or has a directory that contradicts itself, `unsafe-zip` when a name
 *   points outside of the zip, `encrypted-zip`, `no-clips` and `bad-argument`.
 */
export async function* fromZip<Info>(
  path: string | readonly string[],
  options: SourceOptions<Info>,
): AsyncGenerator<Clip<Info>, void, undefined> {
  const zips = checkPaths('fromZip', 'path', path);
  checkSourceOptions('fromZip', options);
  const report = createProblemHandler(options);
  const { endings = WAV_ENDINGS } = options;
  const found: FoundFile[] = [];
  const failures: CorpusError[] = [];
  for (const zip of zips) {
    try {
      for (const file of await listZip(zip, endings, report)) found.push(file);
    } catch (error) {
      // A path that is not there is a slip of the caller's, and not one bad file among others.
      if (!CorpusError.isInstance(error) || error.code === 'no-such-path') throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0 && failures.length === zips.length) throw failures[0];
  failures.forEach(report);
  yield* collectClips(found, { ...options, caller: 'fromZip', source: zips.join(', ') });
}
