/** Columns that the kernels compute together. */
export const LANES = 4;

/**
 * How several vectors lie in one array: four by four, element by element. Element `j` of vector `c`
 * is at `((c / 4 | 0) · features + j) · 4 + c % 4`. Vectors that fill the last four up are zero.
 */
export interface ColumnLayout {
  features: number;
  columns: number;
  /** Groups of four vectors. */
  groups: number;
  /** Values of the array. */
  size: number;
}

export function columnLayout(features: number, columns: number): ColumnLayout {
  const groups = Math.ceil(columns / LANES);
  return { features, columns, groups, size: groups * features * LANES };
}

/** Where vector `c` begins; its elements are {@link LANES} apart. */
export function columnStart({ features }: ColumnLayout, c: number): number {
  return Math.floor(c / LANES) * features * LANES + (c % LANES);
}
