import { readFile } from 'node:fs/promises';
import type { Clip } from '../clip.ts';
import { collectClips, createReport, type SourceOptions } from '../collect-clips.ts';
import { checkPaths } from './check-paths.ts';
import { findWavs, unreadable } from './find-wavs.ts';

/**
 * The clips below a folder, or below several, in the order of their ids.
 *
 * Any layout will do: `Actor_NN/` at the root, under the two archive names, merged, or flat.
 * Names that begin with a dot (`.DS_Store`, `._*`) and files of other kinds are skipped; links
 * are followed, each folder once. The walk is done before the first clip comes; bytes are read
 * when `clip.bytes()` asks for them.
 *
 * Left out: further copies of a clip; the first by path stays. Left out as problems: a copy with
 * other bytes (`duplicate-clip`), a `.wav` whose name is not RAVDESS' (`bad-filename`), a broken
 * link or a pipe (`unreadable-file`), a folder that cannot be listed (`unreadable-folder`).
 *
 * @throws {RavdessError} while iterating: `no-such-path`, `not-a-directory`,
 *   `unreadable-folder` for `path` itself, `no-clips` when there are none below it, and
 *   `bad-argument`.
 */
export async function* fromDirectory(
  path: string | readonly string[],
  options: SourceOptions = {},
): AsyncGenerator<Clip, void, undefined> {
  const roots = checkPaths('fromDirectory', path);
  const report = createReport(options);
  const wavs: string[] = [];
  const seen = new Set<string>();
  for (const root of roots) wavs.push(...(await findWavs(root, seen, report)));

  yield* collectClips(
    wavs.map((file) => ({ file, bytes: () => read(file) })),
    { caller: 'fromDirectory', source: roots.join(', '), report },
  );
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw unreadable('unreadable-file', file, cause);
  }
}
