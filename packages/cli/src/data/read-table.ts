import { readParquet, type Table } from '@ser/experiment';
import { readUserFile } from './read-user-file.ts';

/**
 * Reads a table that `ser features --out` wrote.
 *
 * @throws CliError `no-such-path`, `not-a-file` or `unreadable-file`; ExperimentError for what is
 *   no table
 */
export async function readTable(path: string): Promise<Table> {
  const folderHint = 'a table of features is one file';
  return readParquet(path, await readUserFile(path, { prefix: `--data ${path}: `, folderHint }));
}
