import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RavdessError } from '../ravdess-error.ts';

/**
 * Every regular `.wav` file below `root`, in no particular order, through links too. Names that
 * begin with a dot are skipped, and so is `__MACOSX`.
 *
 * @param seen Real paths of folders that were listed already; grows, so that links cannot lead
 *   in circles.
 * @param report Gets what is below `root` and cannot be read.
 * @throws {RavdessError} `no-such-path`, `not-a-directory` or `unreadable-folder` for `root`.
 */
export async function findWavs(
  root: string,
  seen: Set<string>,
  report: (problem: RavdessError) => void,
): Promise<string[]> {
  let stats: Stats;
  try {
    stats = await stat(root);
  } catch (cause) {
    throw new RavdessError(
      'no-such-path',
      `fromDirectory: \`path\` must be a folder, got ${root}, which is not there`,
      { file: root, cause },
    );
  }
  if (!stats.isDirectory()) {
    throw new RavdessError(
      'not-a-directory',
      `fromDirectory: \`path\` must be a folder, got the file ${root}`,
      { file: root },
    );
  }
  const wavs: string[] = [];
  await walk(root, (problem) => {
    if (problem.file === root) throw problem;
    report(problem);
  });
  return wavs;

  async function walk(folder: string, fail: (problem: RavdessError) => void): Promise<void> {
    let names: string[];
    try {
      const real = await realpath(folder);
      if (seen.has(real)) return;
      seen.add(real);
      names = await readdir(folder);
    } catch (cause) {
      fail(unreadable('unreadable-folder', folder, cause));
      return;
    }
    for (const name of names) {
      if (name.startsWith('.') || name === '__MACOSX') continue;
      const path = join(folder, name);
      const isWav = /\.wav$/i.test(name);
      try {
        const entry = await stat(path);
        if (entry.isDirectory()) await walk(path, fail);
        else if (isWav && entry.isFile()) wavs.push(path);
        else if (isWav) fail(unreadable('unreadable-file', path, 'it is no regular file'));
      } catch (cause) {
        if (RavdessError.isInstance(cause)) throw cause;
        // A broken link to something else is none of our business.
        if (isWav) fail(unreadable('unreadable-file', path, cause));
      }
    }
  }
}

/** The error for a path that the operating system does not give us. */
export function unreadable(
  code: 'unreadable-file' | 'unreadable-folder',
  file: string,
  cause: unknown,
): RavdessError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new RavdessError(code, `fromDirectory: ${file} must be readable, got: ${reason}`, {
    file,
    cause,
  });
}
