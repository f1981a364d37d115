import { type Describe, fromFiles, type Labels } from '@ser/corpus';
import type { PickedFile } from '../../../parts/picked-files.ts';
import type { DataSummary } from './data-summary.ts';
import type { StampedClip } from './loaded-data.ts';
import { filesInZip } from './zip-files.ts';

/** The clips among files and in zips, and what is left out. */
export async function listClips(
  picked: readonly PickedFile[],
  describe: Describe<Labels>,
  example?: string,
): Promise<{ clips: StampedClip[]; problems: DataSummary['problems'] }> {
  const files: PickedFile[] = [];
  for (const each of picked) {
    if (/\.zip$/i.test(each.path)) files.push(...(await filesInZip(each.file)));
    else files.push(each);
  }
  const stamps = new Map(
    files.map(({ file, path }) => [path, `${file.size} ${file.lastModified}`] as const),
  );
  const problems: { file: string; message: string }[] = [];
  const clips: StampedClip[] = [];
  const found = fromFiles(files.map(withPath), {
    describe,
    ...(example !== undefined && { example }),
    onProblem: ({ file, message }) => problems.push({ file, message }),
  });
  for await (const clip of found) clips.push({ ...clip, stamp: stamps.get(clip.file) ?? '' });
  return { clips, problems };
}

/** The file with its path where `fromFiles` looks for it. */
function withPath({ file, path }: PickedFile): File {
  return {
    name: file.name,
    size: file.size,
    webkitRelativePath: path.includes('/') ? path : '',
    arrayBuffer: () => file.arrayBuffer(),
  } as File;
}
