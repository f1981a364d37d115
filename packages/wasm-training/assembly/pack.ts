// Packing: operands are copied in the order in which the tiles read them. Missing columns become
// zeros.

import { A_ROW_BYTES, B_ROW_BYTES, TILE_COLUMNS, TILE_ROWS } from './tile';

/** Copies four columns of `depth` rows, found through pointers, as [depth][4]. */
function packFour(rows: usize, depth: i32, column: usize, to: usize): void {
  const end = rows + ((<usize>depth) << 2);
  while (rows < end) {
    v128.store(to, v128.load(load<usize>(rows) + column));
    rows += 4;
    to += A_ROW_BYTES;
  }
}

/**
 * Packs columns [first, first + columns) of rows found through pointers as panels [depth][4].
 *
 * @param rows Addresses of `depth` rows.
 * @returns The address behind the last panel.
 */
export function packColumnsByFour(
  rows: usize,
  depth: i32,
  first: i32,
  columns: i32,
  to: usize,
): usize {
  for (let column = 0; column < columns; column += TILE_ROWS) {
    const offset = (<usize>(first + column)) << 2;
    const width = min(columns - column, TILE_ROWS);
    if (width === TILE_ROWS) {
      packFour(rows, depth, offset, to);
    } else {
      for (let k = 0; k < depth; k++) {
        const from = load<usize>(rows + ((<usize>k) << 2)) + offset;
        const at = to + <usize>k * A_ROW_BYTES;
        v128.store(at, f32x4.splat(0));
        for (let i = 0; i < width; i++) {
          store<f32>(at + ((<usize>i) << 2), load<f32>(from + ((<usize>i) << 2)));
        }
      }
    }
    to += <usize>depth * A_ROW_BYTES;
  }
  return to;
}

/** Packs columns [first, first + columns) of `depth` rows, `pitch` bytes apart, as [depth][8]. */
export function packColumnsByEight(
  from: usize,
  pitch: usize,
  depth: i32,
  first: i32,
  columns: i32,
  to: usize,
): void {
  for (let column = 0; column < columns; column += TILE_COLUMNS) {
    const width = min(columns - column, TILE_COLUMNS);
    let row = from + ((<usize>(first + column)) << 2);
    for (let k = 0; k < depth; k++) {
      if (width === TILE_COLUMNS) {
        v128.store(to, v128.load(row));
        v128.store(to, v128.load(row, 16), 16);
      } else {
        v128.store(to, f32x4.splat(0));
        v128.store(to, f32x4.splat(0), 16);
        for (let i = 0; i < width; i++) {
          store<f32>(to + ((<usize>i) << 2), load<f32>(row + ((<usize>i) << 2)));
        }
      }
      row += pitch;
      to += B_ROW_BYTES;
    }
  }
}

/**
 * Packs the transpose of matrices [columns][depth], one a tap, as panels [taps][depth][8].
 *
 * @param from The matrices, one behind the other.
 */
export function packTransposedByEight(
  from: usize,
  taps: i32,
  columns: i32,
  depth: i32,
  to: usize,
): void {
  const pitch = (<usize>depth) << 2;
  const tapBytes = pitch * <usize>columns;
  for (let column = 0; column < columns; column += TILE_COLUMNS) {
    const width = min(columns - column, TILE_COLUMNS);
    for (let tap = 0; tap < taps; tap++) {
      const matrix = from + <usize>tap * tapBytes + <usize>column * pitch;
      for (let j = 0; j < TILE_COLUMNS; j++) {
        const source = matrix + <usize>j * pitch;
        const target = to + ((<usize>j) << 2);
        for (let k = 0; k < depth; k++) {
          const value = j < width ? load<f32>(source + ((<usize>k) << 2)) : 0;
          store<f32>(target + <usize>k * B_ROW_BYTES, value);
        }
      }
      to += <usize>depth * B_ROW_BYTES;
    }
  }
}
