import { stat } from 'node:fs/promises';
import { CliError } from '../console/cli-error.ts';
import type { DataSet, EmbeddedTable } from '../data-sets/data-set.ts';

/** The sources of `--data` by what they are. */
export interface DataSources {
  /** The data set's own table, where it is named among the sources. Default: none. */
  embedded?: EmbeddedTable;
  tables: string[];
  zips: string[];
  folders: string[];
}

/**
 * Tells tables, zips and folders apart.
 *
 * @throws CliError `not-a-directory` for another file
 */
export async function sortSources(
  { embedded }: Pick<DataSet, 'embedded'>,
  paths: readonly string[],
): Promise<DataSources> {
  const isEmbedded = embedded !== undefined && paths.includes(embedded.name);
  const files = paths.filter((path) => path !== embedded?.name);
  const tables = files.filter((path) => /\.parquet$/i.test(path));
  const zips = files.filter((path) => /\.zip$/i.test(path));
  const folders = files.filter((path) => !tables.includes(path) && !zips.includes(path));
  for (const path of folders) {
    const isFile = await stat(path).then(
      (stats) => stats.isFile(),
      () => false,
    );
    if (isFile) {
      throw new CliError(
        'not-a-directory',
        `${path} must be a folder, a .zip or, for --data, a .parquet table; it is another file`,
      );
    }
  }
  return { ...(isEmbedded && { embedded }), tables, zips, folders };
}
