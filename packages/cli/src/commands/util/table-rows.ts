import type { Clip } from '@ser/corpus';
import {
  createTableWriter,
  type ExtractRowsOptions,
  extractRows,
  extractTable,
  roundColumns,
  rowSize,
  type TableHead,
  writeNpz,
  writeParquet,
} from '@ser/experiment';
import { createExtractor } from '@ser/features';
import { wrongUsage } from '../../console/cli-error.ts';
import type { TableTarget } from './table-target.ts';

/** Numbers that a table which is written at once may have: 2 GiB, of which a copy is packed. */
const MOST_VALUES = 2 ** 29;

/** What a table is made of. */
export interface TableParts {
  clips: readonly Clip[];
  labels: readonly string[];
  extract: ExtractRowsOptions;
}

/**
 * Writes a table as Parquet while its clips are extracted: of any number of clips only some are in
 * memory.
 *
 * @returns its number of rows
 */
export async function streamTable(
  target: TableTarget,
  { clips, labels, extract }: TableParts,
  fingerprints?: Parameters<ReturnType<typeof createTableWriter>['close']>[0],
): Promise<number> {
  const { extractor, variants, recordings } = extract;
  const head: TableHead = { extractor, labels, hasRecordings: (recordings?.size ?? 0) > 0 };
  const writer = createTableWriter(target, { ...head, ...(variants && { variants }) });
  let count = 0;
  for await (const rows of extractRows(clips, extract)) {
    await writer.add(rows);
    count += rows.rows.length;
  }
  await writer.close(fingerprints);
  return count;
}

/** What must have all rows before it writes the first. */
export interface WholeOptions {
  /** Whether it is written as .npz. */
  isNpz: boolean;
  /** Share of its deviation to which each feature is rounded. Default: none. */
  round?: number | undefined;
}

/**
 * Writes a table that must be whole before its first byte is known.
 *
 * @returns its number of rows
 */
export async function writeWhole(
  target: TableTarget,
  { clips, labels, extract }: TableParts,
  { isNpz, round }: WholeOptions,
): Promise<number> {
  const table = await extractTable(clips, { ...extract, labels });
  const x = round === undefined ? table.x : roundColumns(table.x, rowSize(table), round);
  await target.write((isNpz ? writeNpz : writeParquet)({ ...table, x }));
  return table.rows.length;
}

/**
 * Checks that a table which must be whole in memory fits there.
 *
 * @throws CliError `wrong-usage`
 */
export function checkWhole(
  what: string,
  clips: number,
  { extractor, variants = [] }: Pick<ExtractRowsOptions, 'extractor' | 'variants'>,
): void {
  const values = clips * (1 + variants.length) * rowSize(createExtractor(extractor));
  if (values <= MOST_VALUES) return;
  throw wrongUsage(
    `${what} needs all rows in memory, at most ${MOST_VALUES} numbers, got ${values}; ` +
      'write X.parquet without --round, which takes any number',
  );
}
