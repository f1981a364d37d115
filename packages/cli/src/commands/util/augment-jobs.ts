import { realpath } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { CliError } from '../../console/cli-error.ts';
import type { Problems } from '../../console/problems.ts';
import { print } from '../../console/progress.ts';
import { expandFiles } from '../../data/expand-files.ts';

/** A file that is changed, and where its copy goes. */
export interface AugmentJob {
  /** As the user has named it, or the folder that it lies in. */
  file: string;
  /** Below the folder of results. */
  to: string;
}

/** A job, and the place of its file without links; undefined where there is none. */
interface Candidate extends AugmentJob {
  real: string | undefined;
}

/**
 * Every file that the user's words stand for, once, and where its changed copy goes below `out`. Of
 * a folder, the folders in it are kept. What lies in `out` is the result of an earlier call, and is
 * left out of a folder around it. A copy that would be written over one of the files, or over
 * another copy, is a problem.
 */
export async function augmentJobs(
  words: readonly string[],
  out: string,
  problems: Problems,
): Promise<AugmentJob[]> {
  const candidates = await listCandidates(words, out, problems);
  const inputs = new Set(candidates.map(({ real }) => real));
  const jobs = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { file, to, real } = candidate;
    const target = join(out, to);
    const place = await realOf(target);
    const first = jobs.get(to);
    if (place !== undefined && inputs.has(place)) {
      const message = `${target} must stay, as a file to change, and --out must be another folder`;
      problems.addError(file, new CliError('unwritable-path', message));
    } else if (first && (first.real !== real || real === undefined)) {
      const message = `it has the place of ${first.file}, ${target}; name one at a time`;
      problems.addError(file, new CliError('unwritable-path', message));
    } else if (!first) jobs.set(to, candidate);
  }
  return [...jobs.values()].map(({ file, to }) => ({ file, to }));
}

async function listCandidates(
  words: readonly string[],
  out: string,
  problems: Problems,
): Promise<Candidate[]> {
  const results = await realOf(out);
  const candidates: Candidate[] = [];
  let skipped = 0;
  for (const word of words) {
    // Who names files in the folder of results means them.
    const isMeant = liesIn(await realOf(word), results);
    for (const file of await expandFiles([word], problems)) {
      const real = await realOf(file);
      if (isMeant || !liesIn(real, results)) {
        const below = relative(word, file);
        const to = below === '' || below.startsWith('..') ? basename(file) : below;
        candidates.push({ file, to, real });
      } else skipped++;
    }
  }
  if (skipped > 0) print(leftLine(skipped, out));
  return candidates;
}

function leftLine(n: number, out: string): string {
  const are = n === 1 ? ['file', 'is left as it is'] : ['files', 'are left as they are'];
  return `${n} ${are[0]} in --out ${out}, of an earlier call, ${are[1]}.`;
}

/** A path without links. */
function realOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

/** Whether a path is a folder, or lies in it. */
function liesIn(path: string | undefined, folder: string | undefined): boolean {
  if (path === undefined || folder === undefined) return false;
  const below = relative(folder, path);
  return !isAbsolute(below) && below !== '..' && !below.startsWith(`..${sep}`);
}
