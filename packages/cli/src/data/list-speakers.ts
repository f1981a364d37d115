import type { AnyTable } from '@ser/experiment';
import type { DataSet } from '../data-sets/data-set.ts';
import { sortSources } from './data-source.ts';
import { listClips } from './list-clips.ts';
import { readTableHead } from './read-table.ts';

/** The known speakers of the data, as its file names and tables say, without decoding anything. */
export async function listSpeakers(
  dataSet: DataSet,
  paths: readonly string[],
): Promise<Set<string>> {
  const sources = await sortSources(dataSet, paths);
  const tables: AnyTable[] = sources.embedded ? [await sources.embedded.read()] : [];
  for (const path of sources.tables) tables.push(await readTableHead(path));
  const rows = tables.flatMap((table) => (dataSet.fromTable?.(table) ?? table).rows);
  const speakers = new Set(rows.map(({ speaker }) => speaker));
  if (sources.folders.length + sources.zips.length > 0) {
    // Problems are printed when the clips are read.
    for (const { info } of await listClips(dataSet, sources, () => {})) speakers.add(info.speaker);
  }
  speakers.delete('');
  return speakers;
}
