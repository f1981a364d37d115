import { readFile } from 'node:fs/promises';
import { readParquet, type Table } from '@ser/experiment';
import { CardError } from './card-error.ts';

/**
 * The table that `ser features DATA --recipe functionals-lda --out T.parquet` wrote.
 *
 * @throws CardError `no-such-path`; ExperimentError for a file that is no table
 */
export async function readTable(option: string, path: string): Promise<Table> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'there is no such file' : cause.message;
    throw new CardError(
      'no-such-path',
      `${option} ${path}: ${why}; write it with \`ser features DATA --recipe functionals-lda ` +
        '--out T.parquet`',
      { cause },
    );
  });
  return readParquet(path, bytes);
}
