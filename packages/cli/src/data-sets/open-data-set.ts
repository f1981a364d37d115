import { CorpusError, type Labels, type Problem } from '@ser/corpus';
import { ORIGINAL } from '@ser/eval';
import type { AnyTable } from '@ser/experiment';
import { wrongUsage } from '../console/cli-error.ts';
import { print } from '../console/progress.ts';
import { type DataSources, sortSources } from '../data/data-source.ts';
import { listClips } from '../data/list-clips.ts';
import { readTableHead } from '../data/read-table.ts';
import { checkTables } from './check-tables.ts';
import { corpusDataSet, corpusSource } from './corpus-data-set.ts';
import type { DataSet } from './data-set.ts';
import { describeOf, nameOfSource } from './describe-of.ts';
import type { Labelling, LabelSource } from './labelling.ts';
import { mapDataSet, mappedTable } from './map-data-set.ts';
import { mappedLabel, mappedLabels } from './mapped-labels.ts';
import { misfitError } from './misfit.ts';
import { rememberClips } from './remember-clips.ts';

/** A data set that fits what the user has named. */
export interface OpenedData {
  dataSet: DataSet;
  /** What opens it again, from a plan; null for the data set itself. */
  labelling: Labelling | null;
}

/**
 * The data set that the data are of: with a labelling, or of tables of other speakers and labels,
 * one that is made of what lies there; else the given one.
 *
 * @param paths folders, zips and tables. Default: the table that comes along
 * @throws CliError `no-clips` where no file is labelled, which says how to describe them;
 *   `wrong-usage` for labels without data, or of tables that have others; and what listing the data throws
 */
export async function openDataSet(
  own: DataSet,
  labelling: Labelling | null,
  paths: readonly string[] | undefined,
): Promise<OpenedData> {
  const map = labelling?.map ?? {};
  if (paths === undefined) {
    if (labelling?.from) throw wrongUsage('--labels is for clips of your own; add --data FOLDER');
    noteUnused(map, own.labels);
    return { dataSet: mapDataSet(own, map), labelling };
  }
  const sources = await sortSources(own, paths);
  const hasClips = sources.folders.length + sources.zips.length > 0;
  if (!labelling?.from && hasClips) {
    const dataSet = rememberClips(own);
    await listLabels(dataSet, { from: null, paths, sources });
    noteUnused(map, own.labels);
    return { dataSet: mapDataSet(dataSet, map), labelling };
  }
  const tables = await readTables(sources);
  if (!labelling?.from && tables.every((table) => isOf(own, table))) {
    noteUnused(map, own.labels);
    return { dataSet: mapDataSet(own, map), labelling };
  }
  const from = labelling?.from ?? { kind: 'tables' };
  if (!hasClips) checkTables(from, tables, paths);
  const dataSet = await openCorpus({ from, map, paths, sources, tables });
  return { dataSet, labelling: { version: 1, from, map } };
}

/** What a corpus is made of. */
interface CorpusParts {
  from: LabelSource;
  map: Labelling['map'];
  paths: readonly string[];
  sources: DataSources;
  tables: readonly AnyTable[];
}

async function openCorpus(parts: CorpusParts): Promise<DataSet> {
  const { from, map, paths, sources, tables } = parts;
  const name = nameOfSource(from);
  const describe = await describeOf(from);
  const empty = corpusDataSet({
    name,
    labels: [],
    rows: [],
    source: corpusSource(describe),
  });
  const clips = rememberClips(empty);
  const infos = await listLabels(clips, { from, paths, sources });
  const found = new Set(infos.map(({ label }) => label));
  noteUnused(map, [...found, ...tables.flatMap((table) => table.labels)]);
  const ofTables = tables.flatMap(({ rows }) => rows.filter(({ variant }) => variant === ORIGINAL));
  const rows = [...infos, ...ofTables].flatMap(({ label: own, speaker, condition }) => {
    const label = mappedLabel(map, own);
    return label === null ? [] : [{ label, speaker, condition }];
  });
  const labels = orderOf(parts, found);
  const { fromDirectory, fromZip } = mapDataSet(clips, map);
  const fromTable = (table: AnyTable): AnyTable => mappedTable(map, table, labels);
  const { unmatched } = describe;
  return corpusDataSet({
    name,
    labels,
    rows,
    source: { fromDirectory, fromZip, fromTable, unmatched },
  });
}

/**
 * The labels that occur, under a map: as tables have them, in the order of a scheme, and the others
 * sorted.
 */
function orderOf(
  { from, map, tables }: Pick<CorpusParts, 'from' | 'map' | 'tables'>,
  found: ReadonlySet<string>,
): string[] {
  const inScheme = from.kind === 'scheme' ? Object.values(from.scheme.labels ?? {}) : [];
  return [
    ...new Set([
      ...mappedLabels(
        map,
        tables.flatMap(({ labels }) => labels),
      ),
      ...mappedLabels(
        map,
        inScheme.filter((label) => found.has(label)),
      ),
      ...mappedLabels(map, found).sort(),
    ]),
  ];
}

/** The labels of all clips; their problems are told when they are listed again, to be read. */
async function listLabels(
  dataSet: DataSet,
  { from, paths, sources }: { from: LabelSource | null } & Pick<CorpusParts, 'paths' | 'sources'>,
): Promise<Labels[]> {
  const problems: Problem[] = [];
  try {
    const clips = await listClips(dataSet, sources, (problem) => problems.push(problem));
    return clips.map(({ info }) => info);
  } catch (error) {
    if (!CorpusError.isInstance(error) || error.code !== 'no-clips') throw error;
    throw misfitError({ name: dataSet.name, from, paths, problems }) ?? error;
  }
}

async function readTables(sources: DataSources): Promise<AnyTable[]> {
  const tables: AnyTable[] = sources.embedded ? [await sources.embedded.read()] : [];
  for (const path of sources.tables) tables.push(await readTableHead(path));
  return tables;
}

/** Whether a table can be of a data set's clips, by its labels and speakers. */
function isOf({ labels, speakers }: DataSet, { rows }: AnyTable): boolean {
  const known = new Set(speakers?.folds.flat());
  const ownLabels = new Set(labels);
  return rows.every(({ label, speaker }) => ownLabels.has(label) && known.has(speaker));
}

/** Names what a map says in vain, which is often a slip. */
function noteUnused(map: Labelling['map'], labels: readonly string[]): void {
  const known = new Set(labels);
  const unused = Object.keys(map).filter((label) => !known.has(label));
  if (unused.length === 0) return;
  print(
    `Note: --label-map names ${unused.join(', ')}, which no clip has; ` +
      `the labels are ${[...known].sort().join(', ')}.`,
  );
}
