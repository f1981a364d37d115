import { basename, dirname } from 'node:path';
import {
  extractTable,
  type PresetName,
  roundColumns,
  rowSize,
  type Table,
  tableCache,
  writeNpz,
  writeParquet,
} from '@ser/experiment';
import { createExtractor, presets, REFERENCE_VARIANTS } from '@ser/features';
import { folderStore } from '@ser/model/node';
import { wrongUsage } from '../../console/cli-error.ts';
import { Interrupted } from '../../console/interrupt.ts';
import type { Problems } from '../../console/problems.ts';
import { print } from '../../console/progress.ts';
import { terminalReporter } from '../../console/terminal-reporter.ts';
import { writeJson } from '../../console/write-json.ts';
import { sortSources } from '../../data/data-source.ts';
import { extractClips } from '../../data/extract-clips.ts';
import { listClips } from '../../data/list-clips.ts';
import { ravdess } from '../../data-sets/ravdess.ts';

/** What of `ser features`' options a table takes. */
export interface WriteTableOptions {
  preset: PresetName;
  /** Refused: a table has the preset's own excerpt. Default: none. */
  offset?: number;
  /** Refused, as `offset`. Default: none. */
  duration?: number;
  /** Whether the variants of the reference recipe are extracted too. Default false. */
  variants?: boolean;
  /** Share of its deviation to which each feature is rounded. Default: none. */
  round?: number;
  /** A file that ends in .parquet or .npz. */
  out: string;
  /** Whether the summary is JSON. Default false. */
  json?: boolean;
}

/** Extracts folders and zips of clips into one file. */
export async function writeTable(
  paths: string[],
  { preset, offset, duration, variants = false, round, out, json }: WriteTableOptions,
  problems: Problems,
  signal: AbortSignal,
): Promise<void> {
  const write = writerOf(out);
  if (offset !== undefined || duration !== undefined) {
    throw wrongUsage("--out extracts the preset's own excerpt; leave --offset and --duration out");
  }
  const extractor = presets[preset];
  if (createExtractor(extractor).shape.length > 1) {
    throw wrongUsage(
      `--out needs a preset of one row a clip, such as summary162; ${preset} gives a row a frame`,
    );
  }
  const store = folderStore(dirname(out));
  const partial = `${basename(out)}.partial`;
  const clips = await listClips(ravdess, await sortSources(paths), problems.add);
  const { report: reporter, stop } = terminalReporter();
  let table: Table;
  try {
    table = await extractTable(clips, {
      extractor,
      variants: variants ? REFERENCE_VARIANTS : [],
      labels: ravdess.labels,
      extract: extractClips,
      onProblem: problems.addError,
      cache: tableCache(store, partial),
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
  const summary = {
    preset,
    rows: table.rows.length,
    features: table.names.length,
    out,
    problems: problems.list,
  };
  if (json) writeJson(summary);
  else process.stdout.write(`${out}: ${summary.rows} rows of ${summary.features} features\n`);
}

function writerOf(out: string): (table: Table) => Uint8Array {
  if (out.endsWith('.parquet')) return writeParquet;
  if (out.endsWith('.npz')) return writeNpz;
  throw wrongUsage(`--out must end in .parquet or .npz, got ${out}`);
}
