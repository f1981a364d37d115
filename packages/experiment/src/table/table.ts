import type { Row } from '@ser/eval';
import type { ExtractorConfig, VariantConfig } from '@ser/features';
import { isRowSource, selectSource, type TableValues } from './row-source.ts';

/** Features of many clips, with what they are and how they were computed. */
export interface Table<X extends TableValues = Float32Array> {
  /** The configuration of the extractor: features of other clips can be computed alike. */
  readonly extractor: ExtractorConfig;
  /**
   * How the rows of other variants than `original` were made. Default: unknown; then a recipe's
   * variants are held against the rows' by their names alone.
   */
  readonly variants?: readonly VariantConfig[];
  /** The classes in the order of a model's outputs; a row's label is one of them. */
  readonly labels: readonly string[];
  /** Name of each value of a row, or of a frame. */
  readonly names: readonly string[];
  /** Of one row: `[values]`, or `[frames, values]` for sequences. */
  readonly shape: readonly number[];
  /** What each row is: clip, label, speaker, condition, variant and recording. */
  readonly rows: readonly Row[];
  /** Row-major `[rows, ...shape]`, or where such rows are read from. */
  readonly x: X;
}

/**
 * A table that may be larger than memory: a `Table`, or one whose `x` is an `ExampleSource` of
 * @ser/model. Whatever trains takes both, and gives the same bits.
 */
export type AnyTable = Table<TableValues>;

/** Some rows, such as those of one clip, and their numbers: row-major `[rows, ...shape]`. */
export type ClipRows = Pick<Table, 'rows' | 'x'>;

/** How many numbers one row of a table has. */
export function rowSize({ shape }: Pick<AnyTable, 'shape'>): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** The table's rows at `indices`, in their order; copied, where they are in memory. */
export function selectRows<X extends TableValues>(
  table: Table<X>,
  indices: ArrayLike<number>,
): Table<X>;
export function selectRows(table: AnyTable, indices: ArrayLike<number>): AnyTable {
  const rows = Array.from(indices, (index) => table.rows[index]);
  if (isRowSource(table.x)) return { ...table, rows, x: selectSource(table.x, indices) };
  const size = rowSize(table);
  const x = new Float32Array(indices.length * size);
  for (let i = 0; i < indices.length; i++) {
    x.set(table.x.subarray(indices[i] * size, (indices[i] + 1) * size), i * size);
  }
  return { ...table, rows, x };
}
