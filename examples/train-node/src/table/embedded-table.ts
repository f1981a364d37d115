import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FeatureTable } from './feature-table.ts';
import { readParquet } from './parquet.ts';

const FILE = new URL('../../data/ravdess-summary162.parquet', import.meta.url);

/**
 * The 162 features of RAVDESS' 2,452 clips and their two variants, as `ser features --variants --round 0.0001` extracted
 * them. Licence: CC BY-NC-SA 4.0, see data/README.md.
 */
export async function readEmbeddedTable(): Promise<FeatureTable> {
  return readParquet(fileURLToPath(FILE), await readFile(FILE));
}
