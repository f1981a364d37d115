import { type Clip, CorpusError, TwinFinder } from '@ser/corpus';
import { decodeAudio } from '@ser/corpus/node';
import type { Problems } from '../console/problems.ts';
import { startProgress } from '../console/progress.ts';

/** Options of {@link recordingsOf}. */
export interface RecordingsOptions {
  /** Takes the groups of clips that hold one recording, and headers that contradict themselves. */
  problems: Problems;
  /** What becomes of such a group, for the message. */
  consequence: string;
  /** Ends the work between two clips. */
  signal: AbortSignal;
}

/**
 * The recording that each clip holds, by the clip's id, for the clips that share one: a copy under
 * another name, label or speaker would stand on both sides of a split. Clips that cannot be read
 * are left to who extracts them.
 *
 * @throws the signal's reason when aborted
 */
export async function recordingsOf(
  clips: readonly Clip[],
  { problems, consequence, signal }: RecordingsOptions,
): Promise<Map<string, string>> {
  const finder = new TwinFinder();
  const progress = startProgress('comparing sounds', clips.length);
  try {
    for (const [i, clip] of clips.entries()) {
      signal.throwIfAborted();
      await addClip(finder, clip, problems);
      progress.update(i + 1);
    }
    const recordings = new Map<string, string>();
    for (const { ids, files } of await finder.find({
      decode: decodeAudio,
      onProblem: () => {},
      signal,
    })) {
      const message = `it holds the same recording as ${files.slice(1).join(', ')}; ${consequence}`;
      problems.warn({ file: files[0], code: 'same-sound', message });
      for (const id of ids) recordings.set(id, ids[0]);
    }
    return recordings;
  } finally {
    progress.stop();
  }
}

async function addClip(finder: TwinFinder, clip: Clip, problems: Problems): Promise<void> {
  try {
    const { file } = clip;
    const onProblem: Problems['warn'] = (problem) => problems.warn({ ...problem, file });
    finder.add(clip, await decodeAudio(await clip.bytes(), { name: file, onProblem }));
  } catch (error) {
    if (!CorpusError.isInstance(error)) throw error;
  }
}
