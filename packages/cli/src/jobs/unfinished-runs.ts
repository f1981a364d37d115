import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldCount, type Plan, RUN_FILES, type Table } from '@ser/experiment';
import type { Shard } from '../shards/shard-options.ts';

/**
 * How many runs of a cross-validation are left to train, as far as its folder says.
 *
 * @param shard whose runs count. Default: all
 */
export function unfinishedRuns(
  folder: string,
  plan: Plan,
  { rows }: Pick<Table, 'rows'>,
  { index, count }: Shard = { index: 0, count: 1 },
): number {
  const folds = foldCount(plan, rows);
  let unfinished = 0;
  for (let i = index; i < folds * plan.seeds; i += count) {
    const key = `fold${(i % folds) + 1}-seed${Math.floor(i / folds)}`;
    if (!existsSync(join(folder, key, RUN_FILES.metrics))) unfinished++;
  }
  return unfinished;
}
