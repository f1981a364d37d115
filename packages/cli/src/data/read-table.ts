import { readFile } from 'node:fs/promises';
import { readParquet, type Table } from '@ser/experiment';
import { readSummary162 } from '@ser/ravdess-data/node';
import { CliError } from '../console/cli-error.ts';

/** Reads a table that `ser features --out` wrote. */
export async function readTable(path: string): Promise<Table> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new CliError('no-such-path', `--data ${path}: ${(cause as Error).message}`, { cause });
  }
  return readParquet(path, bytes);
}

/** The table of `@ser/ravdess-data`. */
export async function readEmbeddedTable(): Promise<Table> {
  return readParquet('ravdess-summary162.parquet', await readSummary162());
}
