import type { RavdessClip } from '@ser/ravdess';
import { fromDirectory, fromZip } from '@ser/ravdess/node';
import type { Problem } from '../console/problems.ts';
import type { DataSources } from './data-source.ts';

/** Where clips can lie. */
export type ClipSources = Pick<DataSources, 'folders' | 'zips'>;

/**
 * Every clip in the folders and zips, in the order of their ids. Of two copies in different places
 * the first stays; the other is a problem unless it has the same bytes.
 */
export async function listClips(
  sources: ClipSources,
  onProblem: (problem: Problem) => void,
): Promise<RavdessClip[]> {
  const clips = new Map<string, RavdessClip>();
  for await (const clip of allClips(sources, onProblem)) {
    const first = clips.get(clip.id);
    if (!first) clips.set(clip.id, clip);
    else if (!(await haveSameBytes(first, clip))) {
      const message = `${clip.id} must be one recording, got two: ${first.file} and ${clip.file}`;
      onProblem({ file: clip.file, code: 'duplicate-clip', message });
    }
  }
  return [...clips.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function haveSameBytes(first: RavdessClip, second: RavdessClip): Promise<boolean> {
  try {
    return Buffer.compare(await first.bytes(), await second.bytes()) === 0;
  } catch {
    return false; // who reads the first one is told why
  }
}

async function* allClips(
  { folders, zips }: ClipSources,
  onProblem: (problem: Problem) => void,
): AsyncGenerator<RavdessClip> {
  if (folders.length > 0) yield* fromDirectory(folders, { onProblem });
  if (zips.length > 0) yield* fromZip(zips, { onProblem });
}
