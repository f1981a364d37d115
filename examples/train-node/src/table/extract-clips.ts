import type { Clip } from '@ser/ravdess';
import { startProgress } from '../console/progress.ts';
import { type ExtractTableOptions, extractTable } from './extract-table.ts';
import type { FeatureTable } from './feature-table.ts';
import { selectRows } from './feature-table.ts';

/** Where extracted rows survive an interrupt. */
export interface TableCache {
  read(): Promise<FeatureTable | undefined>;
  write(table: FeatureTable): Promise<void>;
}

/**
 * Extracts clips with a progress bar. Interrupted, it keeps what it has in the cache; called again, it goes on from
 * there. The cache is written once before the work, so that a place that cannot be written fails at once.
 *
 * @throws the signal's reason when aborted
 */
export async function extractClips(
  clips: Clip[],
  cache: TableCache,
  options: Omit<ExtractTableOptions, 'done' | 'onProgress'> & { signal: AbortSignal },
): Promise<FeatureTable> {
  const ids = new Set(clips.map(({ id }) => id));
  const cached = await cache.read();
  // Clips that have left the folders since are forgotten.
  const done =
    cached &&
    selectRows(
      cached,
      cached.rows.flatMap(({ clip }, i) => (ids.has(clip) ? [i] : [])),
    );
  if (!done)
    await cache.write({ preset: options.preset, names: [], rows: [], x: new Float32Array() });
  const progress = startProgress('extracting', clips.length);
  try {
    const table = await extractTable(clips, {
      ...options,
      done,
      onProgress: (count) => progress.update(count),
    });
    await cache.write(table);
    options.signal.throwIfAborted();
    return table;
  } finally {
    progress.stop();
  }
}

/** A cached table that fits what is asked for now, else nothing. */
export function usableCache(
  table: FeatureTable,
  { preset, variants }: Pick<ExtractTableOptions, 'preset' | 'variants'>,
  names: readonly string[],
): FeatureTable | undefined {
  const hasVariants = table.rows.some(({ variant }) => variant !== 'original');
  const fits =
    table.preset === preset &&
    table.names.join() === names.join() &&
    hasVariants === variants &&
    table.rows.length > 0;
  return fits ? table : undefined;
}
