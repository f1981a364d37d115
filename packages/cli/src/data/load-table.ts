import {
  checkTable,
  concatTables,
  extractTable,
  type Reporter,
  type Table,
  type TableCache,
} from '@ser/experiment';
import type { ExtractorConfig, VariantConfig } from '@ser/features';
import { EMOTIONS, type RavdessClip } from '@ser/ravdess';
import { CliError } from '../console/cli-error.ts';
import type { Problems } from '../console/problems.ts';
import { EMBEDDED, sortSources } from './data-source.ts';
import { extractClips } from './extract-clips.ts';
import { listClips } from './list-clips.ts';
import { readEmbeddedTable, readTable } from './read-table.ts';

/** Options of {@link loadTable}. */
export interface LoadTableOptions {
  extractor: ExtractorConfig;
  /** Which changed copies of each clip to extract. */
  variants: readonly VariantConfig[];
  problems: Problems;
  reporter: Reporter;
  signal: AbortSignal;
  /** Keeps extracted rows between an interrupt and its resumption. Default: none. */
  cache?: TableCache;
  /** Which clips to extract; a table's rows come whole. Default: all. */
  isWanted?: (clip: RavdessClip) => boolean;
}

/**
 * The features to train on: from folders and zips of WAVs, from tables that `ser features --out`
 * wrote, and from the embedded table.
 *
 * @throws ExperimentError for a table of other features, or with a clip that is there twice
 * @throws the signal's reason when aborted, after what was extracted went into the cache
 */
export async function loadTable(
  paths: readonly string[],
  {
    extractor,
    variants,
    problems,
    reporter,
    signal,
    cache,
    isWanted = () => true,
  }: LoadTableOptions,
): Promise<Table> {
  const sources = await sortSources(paths);
  const tables: Table[] = [];
  if (sources.isEmbedded) {
    const table = await readEmbeddedTable();
    checkTable(EMBEDDED, table, extractor);
    tables.push(table);
  }
  for (const path of sources.tables) {
    const table = await readTable(path);
    checkTable(`--data ${path}`, table, extractor);
    tables.push(table);
  }
  if (sources.folders.length + sources.zips.length > 0) {
    const clips = await listClips(sources, problems.add);
    const table = await extractTable(clips.filter(isWanted), {
      extractor,
      variants,
      labels: EMOTIONS,
      extract: extractClips,
      onProblem: problems.addError,
      cache,
      reporter,
      signal,
    });
    if (table.rows.length === 0) {
      const why = clips.some(isWanted) ? 'none of the clips could be read' : 'no clip is wanted';
      throw new CliError('no-clips', `--data ${paths.join(' ')}: ${why}`);
    }
    tables.push(table);
  }
  const [first, ...others] = tables;
  if (others.length === 0) return first;
  const all = concatTables(tables);
  checkTable(`--data ${paths.join(' ')}`, all, extractor);
  return all;
}
