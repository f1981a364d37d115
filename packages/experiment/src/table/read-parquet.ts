import { createExtractor, type ExtractorConfig } from '@ser/features';
import type { OptionNames } from '@ser/internal';
import { ExperimentError } from '../experiment-error.ts';
import type { PresetName } from '../recipe/recipe.ts';
import { checkOptions } from '../util/check-options.ts';
import { Budget } from './parquet/budget.ts';
import { readFooter } from './parquet/footer.ts';
import type { Table } from './table.ts';
import { checkExtractor } from './util/check-extractor.ts';
import { findFeatures } from './util/find-features.ts';
import { indexColumns } from './util/index-columns.ts';
import { listNames } from './util/list-names.ts';
import { type OpenTable, readNumbers } from './util/read-cells.ts';
import { readRows } from './util/read-rows.ts';
import { FRAME_COLUMN, KEY_COLUMNS, RECORDING_COLUMN } from './util/table-columns.ts';
import { readTableMetadata, type TableMetadata } from './util/table-metadata.ts';
import { withFrames } from './util/with-frames.ts';

/** Options of {@link readParquet}. */
export interface ReadParquetOptions {
  /**
   * What the features are, where the file does not say it: a preset's name, or the configuration of
   * an extractor. Default: the preset that has exactly the file's columns, in any order.
   */
  extractor?: ExtractorConfig | PresetName;
}

const OPTIONS: OptionNames<ReadParquetOptions> = { extractor: true };

/** Bytes of what says what a row is, beside the numbers of its features. */
const ROW_BYTES = 128;
const FLOAT_BYTES = 4;

/**
 * Reads a table of features from Parquet: what `writeParquet` wrote, or what pandas, pyarrow,
 * polars or DuckDB wrote with the columns `clip`, `label` and one of numbers for each feature.
 * `speaker`, `condition`, `variant` and `recording` may be there too, and `frame` must be, counting
 * from 0, where a clip has a row a frame. Columns are found by their names, and an index of pandas
 * is left out. Without metadata of ours the labels are those that occur, sorted, and nobody knows
 * how variants were made.
 *
 * It reads files without compression or with Snappy, gzip, Zstandard or LZ4, and unpacks no more
 * than 64 MiB and 32 times the size of the file.
 *
 * @param file the name for messages
 * @throws ExperimentError `bad-table` when the bytes are no Parquet file, lack a column or have one
 *   too much, or hold rows that are none, such as features that are no finite numbers;
 *   `bad-argument` for an `extractor` that is none
 *
 * @example
 * const table = await readParquet('mine.parquet', bytes, { extractor: 'summary162' });
 */
export async function readParquet(
  file: string,
  bytes: Uint8Array,
  options: ReadParquetOptions = {},
): Promise<Table> {
  checkOptions('readParquet', options, OPTIONS);
  if (!ArrayBuffer.isView(bytes)) {
    const got = Object.prototype.toString.call(bytes).slice('[object '.length, -1);
    throw new ExperimentError(
      'bad-argument',
      `readParquet: \`bytes\` must be a Uint8Array, got ${got}`,
    );
  }
  const extractor = checkExtractor('readParquet', 'extractor', options.extractor);
  try {
    return read(file, bytes, extractor);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ExperimentError('bad-table', `${file} must be a table of features, but ${why}`, {
      cause,
    });
  }
}

/**
 * The configuration of the extractor whose features a Parquet file of {@link readParquet} holds. Of
 * a file that `writeParquet` wrote, its rows are not unpacked.
 *
 * @param file the name for messages
 * @throws ExperimentError as `readParquet`
 */
export async function readParquetExtractor(
  file: string,
  bytes: Uint8Array,
): Promise<ExtractorConfig> {
  try {
    const metadata = readTableMetadata(file, readFooter(bytes).metadata);
    if (metadata) return metadata.extractor;
  } catch {
    // The other says what is wrong with it.
  }
  return (await readParquet(file, bytes)).extractor;
}

function read(file: string, bytes: Uint8Array, asked: ExtractorConfig | undefined): Table {
  const footer = readFooter(bytes);
  const table: OpenTable = { bytes, footer, budget: new Budget(bytes.length) };
  const columns = new Map(footer.columns.map((column) => [column.name, column]));
  const all = footer.columns.map(({ name }) => name);
  const seen = new Set<string>();
  const twice = all.filter((name) => seen.size === seen.add(name).size);
  if (twice.length > 0) throw new Error(`it has columns twice: ${listNames(twice)}`);
  const keys: readonly string[] = [...KEY_COLUMNS, RECORDING_COLUMN, FRAME_COLUMN];
  const others = all.filter((name) => !keys.includes(name));
  const metadata = readTableMetadata(file, footer.metadata);
  const isSequence = columns.has(FRAME_COLUMN);
  const features = findFeatures({
    columns: others,
    index: indexColumns(others, footer.metadata.get('pandas')),
    isSequence,
    extractor: metadata?.extractor ?? asked,
  });
  const { names } = features;
  table.budget.spend(footer.rows * (ROW_BYTES + FLOAT_BYTES * names.length));
  const extractor = isSequence
    ? withFrames(table, columns, features.extractor)
    : features.extractor;
  const { shape } = createExtractor(extractor);
  checkShape(shape, metadata);
  const frames = isSequence ? shape[0] : 1;
  if (footer.rows % frames !== 0) {
    throw new Error(`its ${footer.rows} rows are no whole clips of ${frames} frames`);
  }
  const rows = readRows(table, columns, frames);
  const nameOf = (line: number): string => {
    const { clip, variant } = rows[Math.floor(line / frames)];
    return `row ${line}, which is clip ${clip} (${variant})`;
  };
  const x = new Float32Array(footer.rows * names.length);
  for (const [j, name] of names.entries()) {
    const column = columns.get(name);
    if (!column) throw new Error(`it lacks the column ${name}`);
    const put = (line: number, value: number): void => {
      x[line * names.length + j] = value;
    };
    readNumbers(table, column, put, nameOf);
  }
  const labels = metadata?.labels ?? [...new Set(rows.map(({ label }) => label))].sort();
  const { variants } = metadata ?? {};
  return { extractor, ...(variants && { variants }), labels, names, shape, rows, x };
}

function checkShape(shape: readonly number[], metadata: TableMetadata | undefined): void {
  if (metadata && metadata.shape.join() !== shape.join()) {
    throw new Error(
      `its rows have the shape [${shape.join(', ')}], and its metadata say ` +
        `[${metadata.shape.join(', ')}]`,
    );
  }
}
