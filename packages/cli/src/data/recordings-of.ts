import { type Clip, type Fingerprint, type TwinClip, TwinFinder } from '@ser/corpus';
import { decodeAudio } from '@ser/corpus/node';
import type { Problem, Problems } from '../console/problems.ts';
import { type FingerprintsOptions, fingerprintsOf } from './fingerprints-of.ts';

/** Options of {@link recordingsOf}. */
export interface RecordingsOptions extends FingerprintsOptions {
  /** What becomes of clips that hold one recording, for the message. */
  consequence: string;
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
  { consequence, ...options }: RecordingsOptions,
): Promise<Map<string, string>> {
  const { problems, signal } = options;
  const fingerprints = await fingerprintsOf(clips, options);
  return findRecordings(clips, fingerprints, { problems, consequence, signal });
}

/** Options of {@link findRecordings}. */
export interface FindRecordingsOptions {
  /** Takes the groups of clips that hold one recording. */
  problems: Problems;
  /** What becomes of such a group, for the message. */
  consequence: string;
  /** Called for a clip that must be compared and cannot be read. Default: it has no twin then. */
  onUnread?: (problem: Problem) => void;
  /** Ends the work between two comparisons. */
  signal: AbortSignal;
}

/**
 * {@link recordingsOf} of clips whose fingerprints are known: only those that come close are read.
 *
 * @throws the signal's reason when aborted
 */
export async function findRecordings(
  clips: readonly TwinClip[],
  fingerprints: ReadonlyMap<string, Fingerprint | undefined>,
  { problems, consequence, onUnread = () => {}, signal }: FindRecordingsOptions,
): Promise<Map<string, string>> {
  const finder = new TwinFinder();
  for (const clip of clips) {
    if (fingerprints.has(clip.id)) finder.addFingerprint(clip, fingerprints.get(clip.id));
  }
  const recordings = new Map<string, string>();
  const twins = await finder.find({ decode: decodeAudio, onProblem: onUnread, signal });
  for (const { ids, files } of twins) {
    const message = `it holds the same recording as ${files.slice(1).join(', ')}; ${consequence}`;
    problems.warn({ file: files[0], code: 'same-sound', message });
    for (const id of ids) recordings.set(id, ids[0]);
  }
  return recordings;
}
