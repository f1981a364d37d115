import type { VariantConfig } from '@ser/features';
import { ExperimentError } from '../experiment-error.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { isRowSource } from './row-source.ts';
import type { AnyTable, Table } from './table.ts';
import { joinSources } from './table-rows.ts';

/**
 * One table of the rows of several, in their order. Its labels are those of the table that has the
 * most, which must have all. Where the rows of one are read as they are needed, so are those of all.
 *
 * @throws ExperimentError `bad-argument` for no table, `other-features` where their extractors
 *   differ or their labels do not fit, or where they made variants of one name in different ways
 */
export function concatTables(tables: readonly Table[]): Table;
export function concatTables(tables: readonly AnyTable[]): AnyTable;
export function concatTables(tables: readonly AnyTable[]): AnyTable {
  const [first] = tables;
  if (!first) {
    throw new ExperimentError(
      'bad-argument',
      'concatTables: `tables` must hold one or more, got none',
    );
  }
  const kindOf = ({ extractor, names, shape }: AnyTable): string =>
    canonicalJson({ extractor, names, shape });
  const fail = (index: number, expected: string, got: string): never => {
    throw new ExperimentError(
      'other-features',
      `concatTables: \`tables[${index}]\` must have ${expected}, got ${got}`,
    );
  };
  const other = tables.findIndex((table) => kindOf(table) !== kindOf(first));
  if (other !== -1) fail(other, 'the features of the first', 'others');
  // A table of another program has the labels that occur in it.
  const { labels } = tables.reduce((a, b) => (b.labels.length > a.labels.length ? b : a));
  const known = new Set(labels);
  tables.forEach((table, i) => {
    const extra = table.labels.filter((label) => !known.has(label));
    if (extra.length > 0) fail(i, `none but the labels ${labels.join(', ')}`, extra.join(', '));
  });
  const variants = concatVariants(tables);
  const { variants: _, ...rest } = first;
  return {
    ...rest,
    labels,
    ...(variants && { variants }),
    rows: tables.flatMap(({ rows }) => rows),
    x: tables.every(isInMemory) ? concatValues(tables) : joinSources(tables),
  };
}

function isInMemory(table: AnyTable): table is Table {
  return !isRowSource(table.x);
}

function concatValues(tables: readonly Table[]): Float32Array {
  const x = new Float32Array(tables.reduce((n, table) => n + table.x.length, 0));
  let offset = 0;
  for (const table of tables) {
    x.set(table.x, offset);
    offset += table.x.length;
  }
  return x;
}

/** The variants of all tables; undefined where those of one are unknown. */
function concatVariants(tables: readonly AnyTable[]): readonly VariantConfig[] | undefined {
  const byName = new Map<string, VariantConfig>();
  for (const [i, { variants = [] }] of tables.entries()) {
    for (const variant of variants) {
      const known = byName.get(variant.name) ?? variant;
      if (canonicalJson(known) !== canonicalJson(variant)) {
        throw new ExperimentError(
          'other-features',
          `concatTables: \`tables[${i}]\` must have made the variant ${variant.name} ` +
            'as those before it, got another',
        );
      }
      byName.set(variant.name, known);
    }
  }
  return tables.every(({ variants }) => variants) ? [...byName.values()] : undefined;
}
