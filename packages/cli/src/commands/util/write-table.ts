import { lstat, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import {
  extractTable,
  roundColumns,
  rowSize,
  type Table,
  type TableCache,
  tableCache,
  writeNpz,
  writeParquet,
} from '@ser/experiment';
import { createExtractor } from '@ser/features';
import type { FileStore } from '@ser/model';
import { CliError, wrongUsage } from '../../console/cli-error.ts';
import { Interrupted } from '../../console/interrupt.ts';
import { isExpectedError } from '../../console/is-expected-error.ts';
import type { Problems } from '../../console/problems.ts';
import { print } from '../../console/progress.ts';
import { terminalReporter } from '../../console/terminal-reporter.ts';
import { writeJson } from '../../console/write-json.ts';
import { writeLines } from '../../console/write-lines.ts';
import { checkNoTables, sortSources } from '../../data/data-source.ts';
import { extractClips } from '../../data/extract-clips.ts';
import { kindOfFile } from '../../data/kind-of-file.ts';
import { listClips } from '../../data/list-clips.ts';
import { makeFolder } from '../../data/make-folder.ts';
import { plainStore } from '../../data/plain-store.ts';
import { recordingsOf } from '../../data/recordings-of.ts';
import { isSameJson } from '../../data/same-json.ts';
import type { DataSet } from '../../data-sets/data-set.ts';
import { tableLeftovers } from './table-leftovers.ts';
import type { TableSpec } from './table-spec.ts';

/** What of `ser features`' options a table takes. */
export interface WriteTableOptions extends TableSpec {
  /** The preset's name, for the summary. */
  preset: string;
  /** Name or file of the recipe that took the preset's place. Default: none. */
  recipe?: string;
  /** Share of its deviation to which each feature is rounded. Default: none. */
  round?: number;
  /** A file that ends in .parquet or .npz. */
  out: string;
  /** Whether the summary is JSON. Default false. */
  json?: boolean;
}

/**
 * Extracts folders and zips of clips into one file.
 *
 * @param open gives the data set that the clips are of, once it is known that the file can be written
 * @throws CliError `wrong-usage` for a file of another kind; `unwritable-path` for a place that
 *   cannot be written, and for a link, through which the table would land elsewhere;
 *   `other-options` where an interrupted extraction of another kind has left its clips beside the
 *   file
 */
export async function writeTable(
  open: () => Promise<DataSet>,
  paths: string[],
  { preset, recipe, extractor, variants, round, out, json }: WriteTableOptions,
  problems: Problems,
  signal: AbortSignal,
): Promise<void> {
  const write = writerOf(out);
  await checkTarget(out);
  const leftovers = await tableLeftovers(out);
  const store = outStore(out);
  const partial = `${basename(out)}.partial`;
  const cache = tableCache(store, partial);
  const dataSet = await open();
  const sources = await sortSources(dataSet, paths);
  checkNoTables('ser features --out', sources);
  const clips = await listClips(dataSet, sources, problems.add);
  const ids = new Set(clips.map(({ id }) => id));
  await checkPartial(`${out}.partial`, cache, { extractor, variants, ids });
  if (!(await cache.read())) await cache.write(emptyTable(dataSet, { extractor, variants }));
  const { report: reporter, stop } = terminalReporter();
  let table: Table;
  try {
    const consequence = 'the table says so, and splits keep them on one side';
    const recordings = await recordingsOf(clips, { problems, consequence, signal });
    table = await extractTable(clips, {
      extractor,
      variants,
      labels: dataSet.labels,
      recordings,
      extract: extractClips,
      onProblem: problems.addError,
      cache,
      reporter,
      signal,
    });
  } catch (error) {
    stop();
    if (Interrupted.isInstance(error)) {
      print(`Saved in ${out}.partial. Give the same command again to go on.`);
    }
    throw error;
  }
  if (round) table = { ...table, x: roundColumns(table.x, rowSize(table), round) };
  await store.write(basename(out), write(table));
  await store.remove(partial);
  for (const file of leftovers) await rm(file, { force: true });
  const { rows, names, shape } = table;
  const summary = {
    ...(recipe === undefined ? { preset } : { recipe }),
    rows: rows.length,
    features: names.length,
    ...(shape.length > 1 && { frames: shape[0] }),
    out,
    problems: problems.list,
  };
  const frames = shape.length > 1 ? `${shape[0]} frames of ` : '';
  if (json) writeJson(summary);
  else writeLines([`${out}: ${rows.length} rows of ${frames}${names.length} features`]);
}

/** What is kept before anything is extracted: a place that cannot be written fails at once. */
function emptyTable({ labels }: DataSet, { extractor, variants }: TableSpec): Table {
  const { names, shape } = createExtractor(extractor);
  return { extractor, variants, labels, names, shape, rows: [], x: new Float32Array() };
}

/** Checks that the table can take the place of what is there. */
async function checkTarget(out: string): Promise<void> {
  const stats = await lstat(out).catch(() => undefined);
  if (!stats || stats.isFile()) return;
  const expected = `--out ${out} must be a plain file, or not be there yet`;
  throw new CliError('unwritable-path', `${expected}; it is ${kindOfFile(stats)}`);
}

/** The folder that the table goes to; where it cannot be written, the error names the option. */
function outStore(out: string): FileStore {
  const store = plainStore(dirname(out));
  return {
    ...store,
    async write(file, bytes) {
      try {
        await makeFolder(dirname(out));
        await store.write(file, bytes);
      } catch (cause) {
        if (!isExpectedError(cause)) throw cause;
        const message = `--out ${out} cannot be written: ${cause.message}`;
        const hint = 'Once this is mended, give the same command again; what was kept is used.';
        throw new CliError('unwritable-path', message, { hint, cause });
      }
    },
  };
}

function writerOf(out: string): (table: Table) => Uint8Array {
  if (/\.parquet$/i.test(out)) return writeParquet;
  if (/\.npz$/i.test(out)) return writeNpz;
  throw wrongUsage(`--out must end in .parquet or .npz, got ${out}`);
}

/** Checks that nothing which an interrupted extraction has kept would be lost. */
async function checkPartial(
  file: string,
  cache: TableCache,
  { extractor, variants, ids }: TableSpec & { ids: ReadonlySet<string> },
): Promise<void> {
  const kept = await cache.read();
  if (!kept || kept.rows.length === 0) return;
  const isSame = isSameJson([kept.extractor, kept.variants], [extractor, variants]);
  if (isSame && kept.rows.every(({ clip }) => ids.has(clip))) return;
  const why = isSame ? 'from clips that are not among these' : 'with other options';
  throw new CliError(
    'other-options',
    `${file} holds what was extracted ${why}; give the command that it was begun with again, ` +
      'choose another --out, or remove it',
  );
}
