import { createExtractor, type ExtractorConfig } from '@ser/features';
import { ExperimentError } from '../experiment-error.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { isRowSource } from './row-source.ts';
import { type AnyTable, rowSize } from './table.ts';
import { checkValues } from './table-rows.ts';
import { listNames } from './util/list-names.ts';

/**
 * Checks that a table can be trained on: it holds the features that are wanted, every value is
 * finite, every label known, and no row is there twice. Values that are not in memory are looked at
 * when they are read.
 *
 * @param source where it came from, with which messages begin as others do with their caller
 * @param extractor the configuration that the features must have been computed with
 * @throws ExperimentError `other-features`, `bad-table` or `duplicate-clip`
 */
export function checkTable(source: string, table: AnyTable, extractor: ExtractorConfig): void {
  checkFeatures(source, table, extractor);
  checkAllValues(source, table);
  checkRows(source, table);
}

function checkFeatures(source: string, table: AnyTable, extractor: ExtractorConfig): void {
  const expected = createExtractor(extractor);
  const fail = (got: string): never => {
    throw new ExperimentError(
      'other-features',
      `${source} must hold the ${expected.names.length} features of the extractor ` +
        `${brief(extractor)}, got ${got}`,
    );
  };
  if (canonicalJson(table.extractor) !== canonicalJson(extractor)) fail(brief(table.extractor));
  if (table.shape.join() !== expected.shape.join()) fail(`the shape [${table.shape.join(', ')}]`);
  const { names } = table;
  const missing = expected.names.filter((name) => !names.includes(name));
  const extra = names.filter(
    (name, j) => !expected.names.includes(name) || names.indexOf(name) < j,
  );
  if (missing.length > 0 || extra.length > 0) {
    const parts = [
      ...(missing.length > 0 ? [`none of ${listNames(missing)}`] : []),
      ...(extra.length > 0 ? [`${listNames(extra)} besides`] : []),
    ];
    fail(parts.join(', and '));
  }
  const other = expected.names.findIndex((name, j) => names[j] !== name);
  if (other !== -1) fail(`them in another order, such as ${names[other]} in place ${other}`);
}

function checkAllValues(source: string, table: AnyTable): void {
  const { rows, x } = table;
  const size = rowSize(table);
  if (isRowSource(x)) {
    if (x.length === rows.length && x.size === size) return;
    throw new ExperimentError(
      'bad-table',
      `${source}: \`x\` must hold ${size} values for each of ${rows.length} rows, ` +
        `got ${x.size} for each of ${x.length}`,
    );
  }
  if (x.length !== rows.length * size) {
    throw new ExperimentError(
      'bad-table',
      `${source}: \`x\` must hold ${size} values for each of ${rows.length} rows, got ${x.length}`,
    );
  }
  checkValues(source, table, [...rows.keys()], x);
}

function checkRows(source: string, { labels, rows }: AnyTable): void {
  const known = new Set(labels);
  const keys = new Map<string, Set<string>>();
  for (const { clip, label, variant } of rows) {
    if (!known.has(label)) {
      throw new ExperimentError(
        'bad-table',
        `${source}: the label of clip ${clip} must be one of ${labels.join(', ')}, got ${label}`,
      );
    }
    const variants = keys.get(clip) ?? new Set();
    if (variants.has(variant)) {
      throw new ExperimentError(
        'duplicate-clip',
        `${source} holds the clip ${clip} (${variant}) twice`,
      );
    }
    keys.set(clip, variants.add(variant));
  }
}

/** An extractor in a few words: its features, rate and statistic. */
function brief({ features, sampleRate, statistic = 'mean' }: ExtractorConfig): string {
  const kinds = features.map(({ kind }) => kind).join('+');
  return `${kinds} at ${sampleRate} Hz (${statistic === null ? 'sequences' : statistic})`;
}
