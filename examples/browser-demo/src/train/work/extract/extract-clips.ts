import type { ExtractClips, ExtractedClip } from '@ser/experiment';
import type { StampedClip } from '../data/loaded-data.ts';
import { ClipWorker } from './clip-worker.ts';
import type { ClipRows } from './extract-clip.ts';
import type { FeaturesCache } from './features-cache.ts';

/** More than this many workers wait for memory, not for processors. */
const MOST_WORKERS = 8;

/** So many clips are extracted at once. */
function workerCount(): number {
  return Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency));
}

/**
 * What `extractTable` extracts with in a page: workers, each a clip at a time, in any order. What
 * was extracted before comes from the cache, and its file is not read.
 */
export function extractInWorkers(
  cache: FeaturesCache,
  stamps: ReadonlyMap<string, string>,
): ExtractClips {
  return async function* extract(clips, config, { variants, seedOf, signal }) {
    const stopped = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    stopped.catch(() => {});
    const idle = Array.from({ length: workerCount() }, () => new ClipWorker());
    const all = [...idle];
    const running = new Map<ClipWorker, Promise<{ worker: ClipWorker; result: ExtractedClip }>>();

    const rowsOf = async (worker: ClipWorker, clip: Pick<StampedClip, 'id' | 'file' | 'bytes'>) => {
      const { id, file: name } = clip;
      const key = { id, stamp: stamps.get(id) ?? '', config, variants, seed: seedOf(id) };
      const known = await cache.read(key);
      if (known) return known;
      const bytes = await clip.bytes();
      const rows = await worker.extract({ name, bytes, config, variants, seed: key.seed });
      await cache.write(key, rows);
      return rows;
    };
    const begin = async (worker: ClipWorker, clip: Parameters<typeof rowsOf>[1]) => {
      const { id } = clip;
      try {
        return { worker, result: extracted(id, await rowsOf(worker, clip)) };
      } catch (error) {
        return { worker, result: { id, error: error as Error } };
      }
    };
    const extracted = (id: string, [values, ...rest]: ClipRows): ExtractedClip => ({
      id,
      values,
      variants: variants.map(({ name }, i) => ({ name, values: rest[i] })),
    });
    const next = async (): Promise<ExtractedClip> => {
      const { worker, result } = await Promise.race([stopped, ...running.values()]);
      running.delete(worker);
      idle.push(worker);
      return result;
    };

    try {
      for await (const clip of clips) {
        if (idle.length === 0) yield await next();
        const worker = idle.pop() as ClipWorker;
        running.set(worker, begin(worker, clip));
      }
      while (running.size > 0) yield await next();
    } finally {
      for (const worker of all) worker.close();
    }
  };
}
