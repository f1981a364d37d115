import type { ExtractorConfig } from '@ser/features';
import type { OptionNames } from '@ser/internal';
import { ExperimentError } from '../experiment-error.ts';
import { checkOptions } from '../util/check-options.ts';
import type { OpenTableOptions } from './open-table.ts';
import { readFooter } from './parquet/footer.ts';
import type { Table } from './table.ts';
import { checkExtractor } from './util/check-extractor.ts';
import { memorySource } from './util/memory-source.ts';
import { openFile } from './util/open-file.ts';
import { readTableMetadata } from './util/table-metadata.ts';

/** Options of {@link readParquet}: those of `openTable`. */
export type ReadParquetOptions = OpenTableOptions;

const OPTIONS: OptionNames<ReadParquetOptions> = { extractor: true };

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
  const table = await openFile(memorySource(file, bytes), extractor);
  return table.load();
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
    const footer = await readFooter(memorySource(file, bytes));
    const metadata = readTableMetadata(file, footer.metadata);
    if (metadata) return metadata.extractor;
  } catch {
    // The other says what is wrong with it.
  }
  return (await readParquet(file, bytes)).extractor;
}
