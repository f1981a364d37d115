import { join } from 'node:path';
import { createExtractor, presets } from '@ser/features';
import type { Problems } from '../console/problems.ts';
import { usableCache } from '../table/extract-clips.ts';
import { type FeatureTable, selectRows } from '../table/feature-table.ts';
import { loadTable } from '../table/load-table.ts';
import { readParquet, writeParquet } from '../table/parquet.ts';
import { RECIPES } from './recipes.ts';
import type { RunConfig } from './run-config.ts';
import type { RunFolder } from './run-folder.ts';

const CACHE_FILE = 'features.parquet';

/** The rows that a run may use. What is extracted from audio stays in the folder, so that resuming need not repeat it. */
export async function loadRunTable(
  { data, recipe, variants, channels }: RunConfig,
  folder: RunFolder,
  problems: Problems,
  signal: AbortSignal,
): Promise<FeatureTable> {
  if (data.length === 0) {
    process.stderr.write(
      'No --data: training on the embedded table of RAVDESS features (CC BY-NC-SA 4.0).\n' +
        'To train from audio: pnpm ser train --data FOLDER (the README says how to get RAVDESS).\n',
    );
  }
  const { preset } = RECIPES[recipe];
  const all = await loadTable(data, {
    preset,
    variants,
    problems,
    signal,
    cache: {
      read: async () => {
        const bytes = await folder.read(CACHE_FILE);
        if (!bytes) return undefined;
        const table = await readParquet(join(folder.path, CACHE_FILE), bytes);
        return usableCache(table, { preset, variants }, createExtractor(presets[preset]).names);
      },
      write: (table) => folder.store.write(CACHE_FILE, writeParquet(table)),
    },
  });
  const wanted = all.rows.flatMap(({ variant, channel }, i) =>
    (variants || variant === 'original') && channels.includes(channel) ? [i] : [],
  );
  return selectRows(all, wanted);
}
