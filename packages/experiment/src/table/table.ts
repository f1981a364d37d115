import type { Row } from '@ser/eval';
import type { ExtractorConfig, VariantConfig } from '@ser/features';

/** Features of many clips, with what they are and how they were computed. */
export interface Table {
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
  /** Row-major `[rows, ...shape]`. */
  readonly x: Float32Array;
}

/** Some rows, such as those of one clip, and their numbers: row-major `[rows, ...shape]`. */
export type ClipRows = Pick<Table, 'rows' | 'x'>;

/** How many numbers one row of a table has. */
export function rowSize({ shape }: Pick<Table, 'shape'>): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** The table's rows at `indices`, in their order. */
export function selectRows(table: Table, indices: ArrayLike<number>): Table {
  const size = rowSize(table);
  const x = new Float32Array(indices.length * size);
  const rows = Array.from(indices, (index, i) => {
    x.set(table.x.subarray(index * size, (index + 1) * size), i * size);
    return table.rows[index];
  });
  return { ...table, rows, x };
}
