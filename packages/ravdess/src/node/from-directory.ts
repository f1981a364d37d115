import { readFile, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Clip } from '../clip.ts';
import { parseFilename } from '../filename.ts';
import type { Problem } from '../problem.ts';
import { RavdessError } from '../ravdess-error.ts';
import { findWavs, unreadable } from './find-wavs.ts';

export interface FromDirectoryOptions {
  /** Called for each file that is left out, and why. Without it the first one throws. */
  onProblem?: (problem: Problem) => void;
}

/**
 * The clips below a folder, or below several, in the order of their ids.
 *
 * Any layout will do: `Actor_NN/` at the root, under the two archive names, merged, or flat.
 * Names that begin with a dot (`.DS_Store`, `._*`) and files of other kinds are skipped; links
 * are followed, each folder once. The walk is done before the first clip comes; bytes are read
 * when `clip.bytes()` asks for them.
 *
 * Left out as problems: a `.wav` whose name is not RAVDESS' (`bad-filename`), another copy of a
 * clip that was found already (`duplicate-clip`; the first by path stays), a broken link or a
 * pipe (`unreadable-file`), a folder that cannot be listed (`unreadable-folder`).
 *
 * @throws {RavdessError} while iterating: `no-such-path`, `not-a-directory`,
 *   `unreadable-folder` for `path` itself, and `no-clips` when there are none below it.
 */
export async function* fromDirectory(
  path: string | readonly string[],
  { onProblem }: FromDirectoryOptions = {},
): AsyncGenerator<Clip, void, undefined> {
  const roots = typeof path === 'string' ? [path] : path;
  const report = (problem: RavdessError): void => {
    if (!onProblem) throw problem;
    onProblem({ file: problem.file ?? '', code: problem.code, message: problem.message });
  };

  const wavs: string[] = [];
  const seen = new Set<string>();
  for (const root of roots) wavs.push(...(await findWavs(root, seen, report)));

  const clips = new Map<string, Clip>();
  for (const file of wavs.sort(byCodeUnit)) {
    const clip = toClip(file, report);
    if (!clip) continue;
    const first = clips.get(clip.id);
    if (!first) clips.set(clip.id, clip);
    // A link beside its target is the same clip, not a copy.
    else if ((await realpath(first.file)) !== (await realpath(file))) {
      const message = `fromDirectory: ${clip.id} must be there once, got ${first.file} and ${file}`;
      report(new RavdessError('duplicate-clip', message, { file }));
    }
  }
  if (clips.size === 0) {
    throw new RavdessError(
      'no-clips',
      'fromDirectory: `path` must hold clips such as Actor_01/03-01-06-01-02-01-01.wav, ' +
        `got none among ${wavs.length} .wav files in ${roots.join(', ')}`,
      { file: roots[0] },
    );
  }
  yield* [...clips.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}

function toClip(file: string, report: (problem: RavdessError) => void): Clip | undefined {
  const name = basename(file);
  try {
    return {
      id: name.slice(0, -'.wav'.length),
      file,
      info: parseFilename(name),
      bytes: async () => {
        try {
          return await readFile(file);
        } catch (cause) {
          throw unreadable('unreadable-file', file, cause);
        }
      },
    };
  } catch (error) {
    if (!RavdessError.isInstance(error)) throw error;
    report(new RavdessError(error.code, error.message, { file, cause: error }));
    return undefined;
  }
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
