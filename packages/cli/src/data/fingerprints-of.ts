import { type Clip, CorpusError, type Fingerprint } from '@ser/corpus';
import type { FingerprintCache } from '../cache/fingerprint-cache.ts';
import type { Problems } from '../console/problems.ts';
import { startProgress } from '../console/progress.ts';
import type { FingerprintedSound } from './fingerprint-sound.ts';
import { SoundPool } from './sound-pool.ts';

/** Options of {@link fingerprintsOf}. */
export interface FingerprintsOptions {
  /** Takes headers that contradict themselves. */
  problems: Problems;
  /** Keeps fingerprints between runs. Default: none. */
  cache?: FingerprintCache | undefined;
  /** Threads at most. Default: the processors that this process may use. */
  workers?: number | undefined;
  /** Ends the work between two clips. */
  signal: AbortSignal;
}

const UNREAD: FingerprintedSound = { problems: [], isRead: false, fingerprint: undefined };

/**
 * What the sounds of clips are found again by, by the clips' ids; undefined of a sound in which
 * there is nothing. Clips that cannot be read are left out, and to who extracts them.
 *
 * @throws the signal's reason when aborted
 */
export async function fingerprintsOf(
  clips: readonly Clip[],
  { problems, cache, workers, signal }: FingerprintsOptions,
): Promise<Map<string, Fingerprint | undefined>> {
  const found = new Map<string, Fingerprint | undefined>();
  const progress = startProgress('comparing sounds', clips.length);
  const pool = new SoundPool(workers);
  const pending: Promise<FingerprintedSound>[] = [];
  let next = 0;
  try {
    for (const [i, { id, file }] of clips.entries()) {
      while (next < clips.length && next < i + pool.atOnce) {
        const sound = describe(clips[next++], pool, cache);
        // Its turn to be waited for may come too late.
        sound.catch(() => {});
        pending.push(sound);
      }
      signal.throwIfAborted();
      const { isRead, fingerprint, problems: own } = await (pending.shift() ?? UNREAD);
      for (const problem of own) problems.warn({ ...problem, file });
      if (isRead) found.set(id, fingerprint);
      progress.update(i + 1);
    }
    return found;
  } finally {
    progress.stop();
    await pool.destroy();
  }
}

async function describe(
  clip: Clip,
  pool: SoundPool,
  cache: FingerprintCache | undefined,
): Promise<FingerprintedSound> {
  let bytes: Uint8Array;
  try {
    bytes = await clip.bytes();
  } catch (error) {
    if (!CorpusError.isInstance(error)) throw error;
    return UNREAD;
  }
  const known = await cache?.read(bytes);
  if (known) return { problems: [], isRead: true, ...known };
  const sound = await pool.run(clip.file, bytes);
  // Of a header that contradicts itself the next run must tell again.
  if (sound.isRead && sound.problems.length === 0) await cache?.write(bytes, sound.fingerprint);
  return sound;
}
