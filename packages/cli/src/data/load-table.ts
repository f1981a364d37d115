import type { Labels } from '@ser/corpus';
import { ORIGINAL, type Row } from '@ser/eval';
import {
  checkTable,
  concatTables,
  extractTable,
  type Reporter,
  type Table,
  type TableCache,
} from '@ser/experiment';
import type { ExtractorConfig, VariantConfig } from '@ser/features';
import { CliError } from '../console/cli-error.ts';
import type { Problems } from '../console/problems.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import { sortSources } from './data-source.ts';
import { extractClips } from './extract-clips.ts';
import { listClips } from './list-clips.ts';
import { readTable } from './read-table.ts';

/** Options of {@link loadTable}. */
export interface LoadTableOptions {
  dataSet: DataSet;
  extractor: ExtractorConfig;
  /** Which changed copies of each clip to extract. */
  variants: readonly VariantConfig[];
  problems: Problems;
  reporter: Reporter;
  signal: AbortSignal;
  /** Keeps extracted rows between an interrupt and its resumption. Default: none. */
  cache?: TableCache;
  /** Which clips to extract; a table's rows come whole. Default: all. */
  isWanted?: (info: Labels) => boolean;
  /** Sees the rows that the data will have at most, before any clip is extracted. Default: none. */
  checkRows?: (rows: readonly Row[]) => void;
}

/**
 * The features to train on: from folders and zips of WAVs, from tables that `ser features --out`
 * wrote, and from the embedded table.
 *
 * @throws CliError `no-clips` where the folders and zips give no row, and no table has one that is
 *   wanted
 * @throws ExperimentError for a table of other features, or with a clip that is there twice
 * @throws the signal's reason when aborted, after what was extracted went into the cache
 */
export async function loadTable(
  paths: readonly string[],
  {
    dataSet,
    extractor,
    variants,
    problems,
    reporter,
    signal,
    cache,
    isWanted = () => true,
    checkRows = () => {},
  }: LoadTableOptions,
): Promise<Table> {
  const sources = await sortSources(dataSet, paths);
  const tables: Table[] = [];
  if (sources.embedded) {
    const table = await sources.embedded.read();
    checkTable(sources.embedded.name, table, extractor);
    tables.push(table);
  }
  for (const path of sources.tables) {
    const table = await readTable(path);
    checkTable(`--data ${path}`, table, extractor);
    tables.push(table);
  }
  const hasClips = sources.folders.length + sources.zips.length > 0;
  const clips = hasClips ? await listClips(dataSet, sources, problems.add) : [];
  const wanted = clips.filter(({ info }) => isWanted(info));
  const names = [ORIGINAL, ...variants.map(({ name }) => name)];
  checkRows([
    ...tables.flatMap(({ rows }) => rows),
    ...wanted.flatMap(({ id, info }) => names.map((variant) => ({ ...info, clip: id, variant }))),
  ]);
  if (hasClips) {
    const table = await extractTable(wanted, {
      extractor,
      variants,
      labels: dataSet.labels,
      extract: extractClips,
      onProblem: problems.addError,
      cache,
      reporter,
      signal,
    });
    if (table.rows.length > 0) tables.push(table);
    else if (!tables.some(({ rows }) => rows.some(isWanted))) {
      const why = wanted.length > 0 ? 'none of the clips could be read' : 'no clip is wanted';
      throw new CliError('no-clips', `--data ${paths.join(' ')}: ${why}`);
    }
  }
  const [first, ...others] = tables;
  if (others.length === 0) return first;
  const all = concatTables(tables);
  checkTable(`--data ${paths.join(' ')}`, all, extractor);
  return all;
}
