import { basename } from 'node:path';
import { type Clip, CorpusError, type Labels } from '@ser/corpus';
import { CliError } from '../console/cli-error.ts';
import type { Problem } from '../console/problems.ts';
import { print } from '../console/progress.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import { corpusOf } from '../data-sets/known-names.ts';
import type { DataSources } from './data-source.ts';

/** Where clips can lie. */
export type ClipSources = Pick<DataSources, 'folders' | 'zips'>;

/**
 * Every clip of a data set in the folders and zips, in the order of their ids. Of two copies in
 * different places the first stays; the other is a problem unless it has the same bytes. Where the
 * names are another corpus', a line says so.
 */
export async function listClips<Info extends Labels>(
  dataSet: DataSet<Info>,
  sources: ClipSources,
  onProblem: (problem: Problem) => void,
): Promise<Clip<Info>[]> {
  const clips = new Map<string, Clip<Info>>();
  const misnamed: string[] = [];
  const note = (problem: Problem): void => {
    if (problem.code === 'bad-filename') misnamed.push(basename(problem.file));
    onProblem(problem);
  };
  try {
    for await (const clip of allClips(dataSet, sources, note)) {
      const first = clips.get(clip.id);
      if (!first) clips.set(clip.id, clip);
      else if (!(await haveSameBytes(first, clip))) {
        const message = `${clip.id} must be one recording, got two: ${first.file} and ${clip.file}`;
        onProblem({ file: clip.file, code: 'duplicate-clip', message });
      }
    }
  } catch (cause) {
    const hint = otherCorpus(dataSet, misnamed);
    if (!hint || !CorpusError.isInstance(cause) || cause.code !== 'no-clips') throw cause;
    throw new CliError('no-clips', cause.message, { hint, cause });
  }
  const hint = otherCorpus(dataSet, misnamed);
  if (hint) print(hint);
  return [...clips.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What to do with the files of another corpus. */
function otherCorpus({ name }: DataSet, misnamed: readonly string[]): string | undefined {
  const corpus = corpusOf(misnamed);
  return (
    corpus &&
    `${misnamed.length} of these files are called as ${corpus}'s are. This command reads ${name}; ` +
      'for another corpus, give its names to `createProgram` of @ser/cli, or use `labelsFromCsv` ' +
      'of @ser/corpus'
  );
}

async function haveSameBytes(first: Clip<unknown>, second: Clip<unknown>): Promise<boolean> {
  try {
    return Buffer.compare(await first.bytes(), await second.bytes()) === 0;
  } catch {
    return false; // who reads the first one is told why
  }
}

async function* allClips<Info extends Labels>(
  dataSet: DataSet<Info>,
  { folders, zips }: ClipSources,
  onProblem: (problem: Problem) => void,
): AsyncGenerator<Clip<Info>> {
  if (folders.length > 0) yield* dataSet.fromDirectory(folders, { onProblem });
  if (zips.length > 0) yield* dataSet.fromZip(zips, { onProblem });
}
