import type { Clip, Labels } from '@ser/corpus';
import { ORIGINAL, type Row } from '@ser/eval';
import {
  type AnyTable,
  checkTable,
  concatTables,
  ExperimentError,
  extractTable,
  type Reporter,
} from '@ser/experiment';
import { createExtractor, type ExtractorConfig, type VariantConfig } from '@ser/features';
import type { ClipCache } from '../cache/clip-cache.ts';
import { CliError } from '../console/cli-error.ts';
import type { Problems } from '../console/problems.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import { sortSources } from './data-source.ts';
import { extractClips } from './extract-clips.ts';
import { listClips } from './list-clips.ts';
import { readTable } from './read-table.ts';
import { recordingsOf } from './recordings-of.ts';
import type { TableMemory } from './table-memory.ts';

/** Options of {@link loadTable}. */
export interface LoadTableOptions {
  dataSet: DataSet;
  extractor: ExtractorConfig;
  /** Which changed copies of each clip to extract. */
  variants: readonly VariantConfig[];
  problems: Problems;
  reporter: Reporter;
  signal: AbortSignal;
  /** Keeps what is extracted for the next run. Default: none. */
  cache?: ClipCache | undefined;
  /** Which clips to extract; a table's rows come whole. Default: all. */
  isWanted?: (info: Labels) => boolean;
  /**
   * Where the rows of tables go that are larger than it allows. Default: none; all are in memory.
   */
  memory?: TableMemory;
  /** What becomes of clips that hold one recording, for the message. */
  consequence: string;
  /** What of the data is asked for, for the message where there is none. Default `'clips'`. */
  wantedName?: string;
  /**
   * Sees the rows that the table will have at most, before any clip is extracted, which takes
   * minutes. Default: none.
   */
  checkRows?: (planned: PlannedRows) => void;
}

/** So many speakers a message names. */
const MOST_SPEAKERS = 24;

/** What is known of a table before its clips are extracted. */
export type PlannedRows = Pick<AnyTable, 'labels' | 'rows' | 'variants'>;

/**
 * The features to train on: from folders and zips of WAVs, from tables that `ser features --out`
 * wrote, and from the embedded table.
 *
 * @throws CliError `no-clips` where nothing that is wanted is there, or can be read; `other-data`
 *   where tables and clips do not fit together, before anything is extracted
 * @throws ExperimentError for a table of other features, or with a clip that is there twice
 * @throws the signal's reason when aborted; what was extracted is in the cache
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
    memory,
    isWanted = () => true,
    wantedName = 'clips',
    consequence,
    checkRows = () => {},
  }: LoadTableOptions,
): Promise<AnyTable> {
  const sources = await sortSources(dataSet, paths);
  const fromTable = (table: AnyTable): AnyTable => dataSet.fromTable?.(table) ?? table;
  const tables: AnyTable[] = [];
  if (sources.embedded) {
    const table = await sources.embedded.read();
    checkTable(sources.embedded.name, table, extractor);
    tables.push(fromTable(table));
  }
  for (const path of sources.tables) {
    const table = await readTable(path, memory);
    checkTable(`--data ${path}`, table, extractor);
    tables.push(fromTable(table));
  }
  const source = `--data ${paths.join(' ')}`;
  const hasClips = sources.folders.length + sources.zips.length > 0;
  const clips = hasClips ? await listClips(dataSet, sources, problems.add) : [];
  const wanted = clips.filter(({ info }) => isWanted(info));
  if (wanted.length === 0 && !tables.some(({ rows }) => rows.some(isWanted))) {
    throw noneWanted(source, wantedName, [
      ...clips.map(({ info }) => info),
      ...tables.flatMap(({ rows }) => rows),
    ]);
  }
  const planned = plannedRows(source, tables, wanted, { dataSet, extractor, variants });
  checkRows(planned);
  if (wanted.length > 0) {
    const recordings = await recordingsOf(wanted, {
      problems,
      consequence,
      cache: cache?.fingerprints,
      signal,
    });
    // Now the clips that must stay together are known.
    if (recordings.size > 0)
      checkRows({ ...planned, rows: withRecordings(planned.rows, recordings) });
    const table = await extractTable(wanted, {
      extractor,
      variants,
      recordings,
      labels: dataSet.labels,
      extract: extractClips,
      onProblem: problems.addError,
      ...(cache && { features: cache.features, version: cache.version }),
      reporter,
      signal,
    });
    if (table.rows.length > 0) tables.push(table);
    else if (!tables.some(({ rows }) => rows.some(isWanted))) {
      throw new CliError('no-clips', `${source}: none of the clips could be read`);
    }
  }
  const [first, ...others] = tables;
  return others.length === 0 ? first : concatTables(tables);
}

function withRecordings(rows: readonly Row[], recordings: ReadonlyMap<string, string>): Row[] {
  return rows.map((row) => {
    const recording = recordings.get(row.clip);
    return recording === undefined ? row : { ...row, recording };
  });
}

/** The error of data that hold nothing of what is asked for: it says what they hold. */
function noneWanted(source: string, wanted: string, all: readonly Labels[]): CliError {
  const held = new Map<string, number>();
  for (const { condition = 'clips' } of all) held.set(condition, (held.get(condition) ?? 0) + 1);
  const got = [...held].map(([condition, n]) => `${n} ${condition}`).join(' and ') || 'nothing';
  const speakers = [...new Set(all.map(({ speaker }) => speaker))].sort();
  const rest = speakers.length > MOST_SPEAKERS ? ', …' : '';
  const whose =
    speakers.length > 0
      ? ` of the speakers ${speakers.slice(0, MOST_SPEAKERS).join(', ')}${rest}`
      : '';
  return new CliError('no-clips', `${source} holds no ${wanted}, got ${got}${whose}`);
}

/**
 * The rows that tables and clips together will have, checked as far as they are known.
 *
 * @throws CliError `other-data`
 */
function plannedRows(
  source: string,
  tables: readonly AnyTable[],
  clips: readonly Clip[],
  {
    dataSet: { labels },
    extractor,
    variants,
  }: Pick<LoadTableOptions, 'dataSet' | 'extractor' | 'variants'>,
): PlannedRows {
  const names = [ORIGINAL, ...variants.map(({ name }) => name)];
  const rows = clips.flatMap(({ id, info }) =>
    names.map((variant) => ({ ...info, clip: id, variant })),
  );
  const all: PlannedRows[] =
    clips.length > 0 ? [...tables, { labels, variants, rows }] : [...tables];
  const featuresOf = createExtractor(extractor);
  try {
    const planned = concatTables(
      all.map((part) => ({
        ...part,
        extractor,
        names: featuresOf.names,
        shape: featuresOf.shape,
        x: new Float32Array(),
      })),
    );
    checkTwice(source, planned.rows);
    return planned;
  } catch (cause) {
    if (!ExperimentError.isInstance(cause)) throw cause;
    const message = `${source}: tables and clips must fit together: ${cause.message}`;
    throw new CliError('other-data', message, { cause });
  }
}

function checkTwice(source: string, rows: readonly Row[]): void {
  const keys = new Set<string>();
  for (const { clip, variant } of rows) {
    const key = JSON.stringify([clip, variant]);
    if (keys.has(key)) {
      throw new CliError('other-data', `${source} holds the clip ${clip} (${variant}) twice`);
    }
    keys.add(key);
  }
}
