import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CorpusError } from '../../corpus-error.ts';
import type { ProblemHandler } from '../../sources/util/problem-handler.ts';
import { unreadableError } from '../../util/unreadable-error.ts';

/** A file below a root. */
interface FoundWav {
  file: string;
  /** Below the root, with forward slashes. */
  path: string;
}

/**
 * Every regular `.wav` file below `root`, in no particular order, through links too. Names that
 * begin with a dot are skipped, and so is `__MACOSX`.
 *
 * @param seen The real paths of the folders that were listed already. This call adds its own, so
 *   that links cannot lead in circles.
 * @param report Called for what is below `root` and cannot be read.
 * @throws {CorpusError} `no-such-path`, `not-a-directory` or `unreadable-directory` for `root`.
 */
export async function findWavs(
  root: string,
  seen: Set<string>,
  report: ProblemHandler,
): Promise<FoundWav[]> {
  let stats: Stats;
  try {
    stats = await stat(root);
  } catch (cause) {
    const message = `fromDirectory: \`path\` must be a folder, got ${root}, which is not there`;
    throw new CorpusError('no-such-path', message, { file: root, cause });
  }
  if (!stats.isDirectory()) {
    const message = `fromDirectory: \`path\` must be a folder, got the file ${root}`;
    throw new CorpusError('not-a-directory', message, { file: root });
  }
  const wavs: FoundWav[] = [];
  await walk(root, '', (problem) => {
    if (problem.file === root) throw problem;
    report(problem);
  });
  return wavs;

  async function walk(folder: string, parent: string, fail: ProblemHandler): Promise<void> {
    let names: string[];
    try {
      const real = await realpath(folder);
      if (seen.has(real)) return;
      seen.add(real);
      names = await readdir(folder);
    } catch (cause) {
      fail(unreadableError('fromDirectory', 'unreadable-directory', folder, cause));
      return;
    }
    for (const name of names) {
      if (name.startsWith('.') || name === '__MACOSX') continue;
      const file = join(folder, name);
      const path = `${parent}${name}`;
      const isWav = /\.wav$/i.test(name);
      const failFile = (cause: unknown): void =>
        fail(unreadableError('fromDirectory', 'unreadable-file', file, cause));
      try {
        const entry = await stat(file);
        if (entry.isDirectory()) await walk(file, `${path}/`, fail);
        else if (isWav && entry.isFile()) wavs.push({ file, path });
        else if (isWav) failFile('it is no regular file');
      } catch (cause) {
        if (CorpusError.isInstance(cause)) throw cause;
        // A broken link is a problem only where its name is that of a clip.
        if (isWav) failFile(cause);
      }
    }
  }
}
