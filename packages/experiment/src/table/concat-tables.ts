import { ExperimentError } from '../experiment-error.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import type { Table } from './table.ts';

/**
 * One table of the rows of several, in their order.
 *
 * @throws ExperimentError `bad-argument` for no table, `other-features` where their extractors or
 *   labels differ
 */
export function concatTables(tables: readonly Table[]): Table {
  const [first] = tables;
  if (!first) {
    throw new ExperimentError(
      'bad-argument',
      'concatTables: `tables` must hold one or more, got 0',
    );
  }
  const kindOf = ({ extractor, labels, names, shape }: Table): string =>
    canonicalJson({ extractor, labels, names, shape });
  const other = tables.findIndex((table) => kindOf(table) !== kindOf(first));
  if (other !== -1) {
    throw new ExperimentError(
      'other-features',
      `concatTables: \`tables[${other}]\` must have the features and labels of the first, got others`,
    );
  }
  const x = new Float32Array(tables.reduce((n, table) => n + table.x.length, 0));
  let offset = 0;
  for (const table of tables) {
    x.set(table.x, offset);
    offset += table.x.length;
  }
  return { ...first, rows: tables.flatMap(({ rows }) => rows), x };
}
