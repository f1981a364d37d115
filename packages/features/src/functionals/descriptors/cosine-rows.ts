import { dctMatrix } from '../../util/dct-matrix.ts';

/**
 * The first rows of a cosine transform (DCT-II) of `size` values, `[rows, size]`: all of the length
 * 1 but the first, of √2.
 */
export function cosineRows(rows: number, size: number): Float64Array {
  const half = Math.sqrt(2 / size) / 2;
  return dctMatrix(rows, size, 2, null).map((value) => value * half);
}
