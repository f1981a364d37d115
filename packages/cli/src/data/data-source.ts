import { stat } from 'node:fs/promises';
import { CliError } from '../console/cli-error.ts';

/** What stands for the table of `@ser/ravdess-data` among the sources of a run. */
export const EMBEDDED = 'the embedded table of RAVDESS features';

/** The sources of `--data` by what they are. */
export interface DataSources {
  isEmbedded: boolean;
  tables: string[];
  zips: string[];
  folders: string[];
}

/**
 * Tells tables, zips and folders apart.
 *
 * @throws CliError `not-a-directory` for another file
 */
export async function sortSources(paths: readonly string[]): Promise<DataSources> {
  const isEmbedded = paths.includes(EMBEDDED);
  const files = paths.filter((path) => path !== EMBEDDED);
  const tables = files.filter((path) => path.endsWith('.parquet'));
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
  return { isEmbedded, tables, zips, folders };
}
