import { shardOf } from '@ser/experiment';
import type { Problems } from '../../console/problems.ts';
import { checkNoTables, sortSources } from '../../data/data-source.ts';
import { listClips } from '../../data/list-clips.ts';
import type { DataSet } from '../../data-sets/data-set.ts';
import type { Shard } from '../../shards/shard-options.ts';
import type { TableParts } from './table-rows.ts';

/**
 * The clips of a table's shard, or all, and the labels of all. A file that is none of them is one
 * shard's problem.
 *
 * @throws CliError `wrong-usage` for tables among the paths; what listing the clips throws
 */
export async function listTableClips(
  open: () => Promise<DataSet>,
  paths: string[],
  shard: Shard | undefined,
  problems: Problems,
): Promise<Pick<TableParts, 'clips' | 'labels'>> {
  const dataSet = await open();
  const isOwn = (path: string): boolean => !shard || shardOf(path, shard.count) === shard.index;
  const sources = await sortSources(dataSet, paths);
  checkNoTables('ser features --out', sources);
  const clips = await listClips(dataSet, sources, (problem) => {
    if (isOwn(problem.file)) problems.add(problem);
  });
  return { clips: clips.filter(({ id }) => isOwn(id)), labels: dataSet.labels };
}
