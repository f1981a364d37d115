import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CorpusError } from '../../corpus-error.ts';
import { hasEnding } from '../../sources/util/is-candidate.ts';
import type { ProblemHandler } from '../../sources/util/problem-handler.ts';
import { unreadableError } from '../../util/unreadable-error.ts';

/** A file below a root. */
interface FileBelow {
  file: string;
  /** Below the root, with forward slashes. */
  path: string;
}

/**
 * Every regular file below `root` that ends as clips do, in no particular order, through links too. Names that
 * begin with a dot are skipped, and so is `__MACOSX`.
 *
 * @param seen The real paths of the folders that were listed already. This call adds its own, so
 *   that links cannot lead in circles.
 * @param report Called for what is below `root` and cannot be read.
 * @throws {CorpusError} `no-such-path`, `not-a-directory` or `unreadable-directory` for `root`.
 */
export async function findFiles(
  root: string,
  endings: readonly string[],
  seen: Set<string>,
  report: ProblemHandler,
): Promise<FileBelow[]> {
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
  const files: FileBelow[] = [];
  await walk(root, '', (problem) => {
    if (problem.file === root) throw problem;
    report(problem);
  });
  return files;

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
      const isClip = hasEnding(name, endings);
      const failFile = (cause: unknown): void =>
        fail(unreadableError('fromDirectory', 'unreadable-file', file, cause));
      try {
        const entry = await stat(file);
        if (entry.isDirectory()) await walk(file, `${path}/`, fail);
        else if (isClip && entry.isFile()) files.push({ file, path });
        else if (isClip) failFile('it is no regular file');
      } catch (cause) {
        if (CorpusError.isInstance(cause)) throw cause;
        // A broken link is a problem only where its name is that of a clip.
        if (isClip) failFile(cause);
      }
    }
  }
}
