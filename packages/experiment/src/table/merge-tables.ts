import type { OptionNames } from '@ser/internal';
import { ExperimentError } from '../experiment-error.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { checkOptions } from '../util/check-options.ts';
import { createTableWriter, type TableSink } from './create-table-writer.ts';
import { rowSize } from './table.ts';
import type { TableFile } from './table-file.ts';
import { type MergedRow, mergedRows } from './util/merged-rows.ts';

/** Options of {@link mergeTables}. */
export interface MergeTablesOptions {
  /**
   * The recording that a clip holds, by the clip's id, where other clips hold it too: those that the
   * parts name do not count any more. Where it holds any, the table has their column. Default:
   * those that the parts name.
   */
  recordings?: ReadonlyMap<string, string>;
}

const OPTIONS: OptionNames<MergeTablesOptions> = { recordings: true };

/** Numbers that are held while they are brought into order: 256 MiB. */
const CHUNK_VALUES = 2 ** 26;

/**
 * One table of the rows of several, such as the shards of a corpus, sorted by the clips' ids; the
 * rows of a clip stay in their order. The bytes are those of one table whose rows came in that
 * order. In memory are what the rows are and at most 256 MiB of their numbers; for each 256 MiB the
 * parts are read again, where rows of it stand in them. Fingerprints are left out.
 *
 * @param sink takes the bytes, as that of `createTableWriter`
 * @throws ExperimentError `bad-argument` for no table, `other-features` where their extractors,
 *   variants or labels differ, `duplicate-clip` where two of them hold one clip, or one holds a row
 *   twice; errors name the file
 *
 * @example
 * const parts = await Promise.all(files.map((file) => openTable(file)));
 * const { rows } = await mergeTables(parts, sink);
 */
export async function mergeTables(
  parts: readonly TableFile[],
  sink: TableSink,
  options: MergeTablesOptions = {},
): Promise<{ rows: number }> {
  checkOptions('mergeTables', options, OPTIONS);
  const { recordings } = options;
  if (recordings !== undefined && !(recordings instanceof Map)) {
    throw new ExperimentError(
      'bad-argument',
      `mergeTables: \`recordings\` must be a Map of clips’ ids, got ${String(recordings)}`,
    );
  }
  const first = checkParts(parts);
  const { extractor, variants, labels } = first;
  const rows = mergedRows(parts, recordings);
  // As of one run, whose clips with a recording may all have failed to be extracted.
  const hasRecordings = recordings
    ? recordings.size > 0
    : rows.some(({ row }) => row.recording !== undefined);
  const head = { extractor, ...(variants && { variants }), labels, hasRecordings };
  const writer = createTableWriter(sink, head);
  const step = Math.max(1, Math.floor(CHUNK_VALUES / rowSize(first)));
  for (let start = 0; start < rows.length; start += step) {
    const chunk = rows.slice(start, start + step);
    await writer.add({ rows: chunk.map(({ row }) => row), x: await gather(parts, chunk) });
  }
  await writer.close();
  return { rows: rows.length };
}

/** The numbers of rows of any of the parts, in their order. */
async function gather(
  parts: readonly TableFile[],
  chunk: readonly MergedRow[],
): Promise<Float32Array> {
  const size = rowSize(parts[0]);
  const x = new Float32Array(chunk.length * size);
  /** Of each part, the places of its rows in the chunk by their indices. */
  const places = parts.map(() => new Map<number, number>());
  chunk.forEach(({ part, index }, place) => {
    places[part].set(index, place);
  });
  for (const [p, own] of places.entries()) {
    if (own.size === 0) continue;
    const loaded = await parts[p].load((_, index) => own.has(index));
    const indices = [...own.keys()].sort((a, b) => a - b);
    indices.forEach((index, i) => {
      x.set(loaded.x.subarray(i * size, (i + 1) * size), (own.get(index) ?? 0) * size);
    });
  }
  return x;
}

/** @returns the first part */
function checkParts(parts: readonly TableFile[]): TableFile {
  const [first] = parts;
  if (!first) {
    throw new ExperimentError(
      'bad-argument',
      'mergeTables: `parts` must hold one or more, got none',
    );
  }
  for (const part of parts) {
    for (const what of ['extractor', 'variants', 'labels', 'names', 'shape'] as const) {
      const [expected, got] = [first[what], part[what]].map((value) =>
        canonicalJson(value ?? null),
      );
      if (got === expected) continue;
      throw new ExperimentError(
        'other-features',
        `mergeTables: ${part.file} must have the ${what} of ${first.file}, ` +
          `${brief(expected)}, got ${brief(got)}`,
      );
    }
  }
  return first;
}

/** JSON that may be long. */
function brief(json: string): string {
  return json.length > 200 ? `${json.slice(0, 200)}…` : json;
}
