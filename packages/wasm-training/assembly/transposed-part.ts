// Packing of the transpose of some columns of a matrix.

import { B_ROW_BYTES, TILE_COLUMNS } from './tile';

/**
 * Packs the transpose of a part [columns][depth] of a matrix as panels [⌈columns / 8⌉][depth][8].
 *
 * @param from The first value of the part.
 * @param pitch Bytes from one row of the matrix to the next.
 */
export function packTransposedPart(
  from: usize,
  pitch: usize,
  columns: i32,
  depth: i32,
  to: usize,
): void {
  for (let column = 0; column < columns; column += TILE_COLUMNS) {
    for (let j = 0; j < TILE_COLUMNS; j++) {
      const isInside = column + j < columns;
      const row = from + <usize>(column + j) * pitch;
      const target = to + ((<usize>j) << 2);
      for (let k = 0; k < depth; k++) {
        const value = isInside ? load<f32>(row + ((<usize>k) << 2)) : 0;
        store<f32>(target + <usize>k * B_ROW_BYTES, value);
      }
    }
    to += <usize>depth * B_ROW_BYTES;
  }
}
