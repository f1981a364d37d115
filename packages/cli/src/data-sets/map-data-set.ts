import type { Clip, Labels } from '@ser/corpus';
import { type AnyTable, selectRows } from '@ser/experiment';
import type { DataSet } from './data-set.ts';
import type { Labelling } from './labelling.ts';
import { mappedLabel, mappedLabels } from './mapped-labels.ts';

/** The rows of a table that a map leaves, in the labels of a data set. */
export function mappedTable(
  map: Labelling['map'],
  table: AnyTable,
  labels: readonly string[] = mappedLabels(map, table.labels),
): AnyTable {
  const kept = [...table.rows.keys()].filter((i) => mappedLabel(map, table.rows[i].label) !== null);
  const own = kept.length === table.rows.length ? table : selectRows(table, kept);
  const rows = own.rows.map((row) => ({ ...row, label: mappedLabel(map, row.label) as string }));
  return { ...own, labels, rows };
}

/** A data set whose labels have other names, and without the clips that a map leaves out. */
export function mapDataSet<Info extends Labels>(
  dataSet: DataSet<Info>,
  map: Labelling['map'],
): DataSet<Info> {
  if (Object.keys(map).length === 0) return dataSet;
  const labels = mappedLabels(map, dataSet.labels);
  const mapped = (source: DataSet<Info>['fromDirectory']): DataSet<Info>['fromDirectory'] =>
    async function* (paths, options) {
      for await (const clip of source(paths, options)) yield* mappedClip(map, clip);
    };
  return {
    ...dataSet,
    labels,
    fromTable: (table) => mappedTable(map, dataSet.fromTable?.(table) ?? table, labels),
    fromDirectory: mapped(dataSet.fromDirectory),
    fromZip: mapped(dataSet.fromZip),
  };
}

function* mappedClip<Info extends Labels>(
  map: Labelling['map'],
  clip: Clip<Info>,
): Generator<Clip<Info>> {
  const label = mappedLabel(map, clip.info.label);
  if (label !== null) yield { ...clip, info: { ...clip.info, label } };
}
