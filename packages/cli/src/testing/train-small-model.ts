import { writeParquet } from '@ser/experiment';
import type { Sandbox } from './sandbox.ts';
import { SMALL_RECIPE } from './small-recipe.ts';
import { syntheticTable } from './synthetic-table.ts';

/**
 * Trains the small recipe with `ser train` on a synthetic table, which it puts into
 * `table.parquet`; returns the run's folder.
 */
export async function trainSmallModel({ json, put }: Sandbox): Promise<string> {
  put('table.parquet', writeParquet(syntheticTable()));
  put('small.json', JSON.stringify(SMALL_RECIPE));
  const args = ['train', '--data', 'table.parquet', '--recipe', 'small.json', '--no-variants'];
  const { out } = await json<{ out: string }>(...args);
  return out;
}
