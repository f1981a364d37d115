import type { Clip } from '../clip.ts';
import type { SourceOptions } from '../sources/source-options.ts';
import { checkDescribe } from '../sources/util/check-describe.ts';
import { collectClips, type FoundFile } from '../sources/util/collect-clips.ts';
import { checkPaths } from './util/check-paths.ts';
import { listZip } from './util/list-zip.ts';

/**
 * The clips in a zip, or in several, in the order of their ids. Only the directory is read at
 * first; each clip is unpacked, in memory, when `clip.bytes()` asks for it, and its size and
 * checksum are verified. Nothing is ever written, and no file stays open.
 *
 * Clips lie at any depth; hidden files and `__MACOSX` are skipped, and so are further copies of a
 * clip; the first by path stays. Left out as problems: a `.wav` for which `describe` throws, with
 * the code of its error, and a copy with another size or checksum (`duplicate-clip`).
 *
 * `clip.bytes()` rejects with `bad-zip` when the entry's data is damaged or its size a lie.
 *
 * @throws {CorpusError} while iterating: `no-such-path`; `unreadable-file`; `bad-zip` for a file
 *   that is no zip, is cut, or whose directory contradicts itself; `unsafe-zip` when a name points
 *   outside the archive; `encrypted-zip`; `no-clips`; `bad-argument`.
 */
export async function* fromZip<Info>(
  path: string | readonly string[],
  options: SourceOptions<Info>,
): AsyncGenerator<Clip<Info>, void, undefined> {
  const zips = checkPaths('fromZip', 'path', path);
  checkDescribe('fromZip', 'describe', options?.describe);
  const found: FoundFile[] = [];
  for (const zip of zips) found.push(...(await listZip(zip)));
  yield* collectClips(found, { ...options, caller: 'fromZip', source: zips.join(', ') });
}
