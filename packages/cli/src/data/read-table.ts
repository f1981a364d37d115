import { readParquet, readParquetExtractor, type Table } from '@ser/experiment';
import type { ExtractorConfig } from '@ser/features';
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
 * What the features of a table are, without reading its rows.
 *
 * @throws as {@link readTable}
 */
export async function readTableExtractor(path: string): Promise<ExtractorConfig> {
  return readParquetExtractor(path, await readBytes(path));
}

function readBytes(path: string): Promise<Uint8Array> {
  const folderHint = 'a table of features is one file';
  return readUserFile(path, { prefix: `--data ${path}: `, folderHint });
}
