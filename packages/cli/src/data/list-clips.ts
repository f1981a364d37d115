import type { Clip, Labels } from '@ser/corpus';
import type { Problem } from '../console/problems.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import type { DataSources } from './data-source.ts';

/** Where clips can lie. */
export type ClipSources = Pick<DataSources, 'folders' | 'zips'>;

/**
 * Every clip of a data set in the folders and zips, in the order of their ids. Of two copies in
 * different places the first stays; the other is a problem unless it has the same bytes.
 */
export async function listClips<Info extends Labels>(
  dataSet: DataSet<Info>,
  sources: ClipSources,
  onProblem: (problem: Problem) => void,
): Promise<Clip<Info>[]> {
  const clips = new Map<string, Clip<Info>>();
  for await (const clip of allClips(dataSet, sources, onProblem)) {
    const first = clips.get(clip.id);
    if (!first) clips.set(clip.id, clip);
    else if (!(await haveSameBytes(first, clip))) {
      const message = `${clip.id} must be one recording, got two: ${first.file} and ${clip.file}`;
      onProblem({ file: clip.file, code: 'duplicate-clip', message });
    }
  }
  return [...clips.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
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
