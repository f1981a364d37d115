import { readParquet, readParquetExtractor, type Table } from '@ser/experiment';
import type { ExtractorConfig } from '@ser/features';
import { readParquetEnds } from './read-parquet-ends.ts';
import type { ReadPlainFileOptions } from './read-plain-file.ts';
import { readUserFile } from './read-user-file.ts';

/**
 * Reads a table that `ser features --out` wrote.
 *
 * @throws CliError `no-such-path`, `not-a-file` or `unreadable-file`; ExperimentError for what is
 *   no table
 */
export async function readTable(path: string): Promise<Table> {
  return readParquet(path, await readBytes(path));
}

/**
 * What the features of a table are. Of one that `ser features --out` wrote only the footer is read.
 *
 * @throws as {@link readTable}
 */
export async function readTableExtractor(path: string): Promise<ExtractorConfig> {
  const footer = await readBytes(path, readParquetEnds);
  // The rows of another program's table must be looked at, and so must a file that is none.
  return readParquetExtractor(path, footer).catch(async () =>
    readParquetExtractor(path, await readBytes(path)),
  );
}

function readBytes(path: string, read?: ReadPlainFileOptions['read']): Promise<Uint8Array> {
  const folderHint = 'a table of features is one file';
  return readUserFile(path, { prefix: `--data ${path}: `, folderHint, read });
}
