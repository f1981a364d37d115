import { type Clip, CorpusError, type Fingerprint, fingerprint } from '@ser/corpus';
import { decodeAudio } from '@ser/corpus/node';
import type { FingerprintCache } from '../cache/fingerprint-cache.ts';
import type { Problems } from '../console/problems.ts';
import { startProgress } from '../console/progress.ts';

/** Options of {@link fingerprintsOf}. */
export interface FingerprintsOptions {
  /** Takes headers that contradict themselves. */
  problems: Problems;
  /** Keeps fingerprints between runs. Default: none. */
  cache?: FingerprintCache | undefined;
  /** Ends the work between two clips. */
  signal: AbortSignal;
}

/**
 * What the sounds of clips are found again by, by the clips' ids; undefined of a sound in which
 * there is nothing. Clips that cannot be read are left out, and to who extracts them.
 *
 * @throws the signal's reason when aborted
 */
export async function fingerprintsOf(
  clips: readonly Clip[],
  { problems, cache, signal }: FingerprintsOptions,
): Promise<Map<string, Fingerprint | undefined>> {
  const found = new Map<string, Fingerprint | undefined>();
  const progress = startProgress('comparing sounds', clips.length);
  try {
    for (const [i, clip] of clips.entries()) {
      signal.throwIfAborted();
      try {
        found.set(clip.id, await fingerprintOf(clip, { problems, cache }));
      } catch (error) {
        if (!CorpusError.isInstance(error)) throw error;
      }
      progress.update(i + 1);
    }
    return found;
  } finally {
    progress.stop();
  }
}

async function fingerprintOf(
  clip: Clip,
  { problems, cache }: Pick<FingerprintsOptions, 'problems' | 'cache'>,
): Promise<Fingerprint | undefined> {
  const { file } = clip;
  const bytes = await clip.bytes();
  const known = await cache?.read(bytes);
  if (known) return known.fingerprint;
  let isSound = true;
  const audio = await decodeAudio(bytes, {
    name: file,
    onProblem(problem) {
      isSound = false;
      problems.warn({ ...problem, file });
    },
  });
  const own = fingerprint(audio);
  // Of a header that contradicts itself the next run must tell again.
  if (isSound) await cache?.write(bytes, own);
  return own;
}
