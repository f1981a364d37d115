import { decodeWav, TwinFinder } from '@ser/corpus';
import type { TrainJobs } from '../jobs.ts';
import type { StampedClip } from './loaded-data.ts';

/**
 * The recording that each clip holds, for those that share one: a copy under another name would
 * stand on both sides of a split. Clips that cannot be read are left to who extracts them.
 *
 * @throws The signal's reason when aborted.
 */
export async function findRecordings(
  clips: readonly StampedClip[],
  signal: AbortSignal,
  report: (progress: TrainJobs['train']['progress']) => void,
): Promise<Map<string, string>> {
  const finder = new TwinFinder();
  for (const [i, clip] of clips.entries()) {
    signal.throwIfAborted();
    report({ kind: 'compare', done: i, total: clips.length });
    try {
      finder.add(clip, decodeWav(await clip.bytes(), { name: clip.file }));
    } catch {
      // It is listed when its features are extracted.
    }
  }
  const recordings = new Map<string, string>();
  for (const { ids, files } of await finder.find({ onProblem: () => {}, signal })) {
    const message = `It holds the same recording as ${files.slice(1).join(', ')}; they stay on one side.`;
    report({ kind: 'problem', file: files[0], message });
    for (const id of ids) recordings.set(id, ids[0]);
  }
  return recordings;
}
