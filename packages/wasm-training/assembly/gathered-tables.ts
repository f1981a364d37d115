// The tables of addresses from which convolutions and their input gradients gather rows, a block of
// positions at a time.

import { ADDRESS_BYTES, FLOAT_BYTES } from './bytes';
import { filterHeight, filterWidth } from './geometry';
import { B_ROW_BYTES, TILE_BYTES, TILE_COLUMNS, TILE_ROWS } from './tile';

/** Positions of a block. */
export const BLOCK_POSITIONS: i32 = 2048;

/** Bytes of scratch for products of rows of `depth` floats with panels for `columns` columns. */
export function gatheredScratch(positions: i32, depth: i32, columns: i32): usize {
  const taps = <usize>(filterHeight * filterWidth);
  const panels = <usize>((columns + TILE_COLUMNS - 1) / TILE_COLUMNS);
  const block = <usize>((min(positions, BLOCK_POSITIONS) + TILE_ROWS - 1) & -TILE_ROWS);
  return (
    <usize>depth * FLOAT_BYTES +
    TILE_BYTES +
    block * ADDRESS_BYTES * (taps + 1) +
    panels * taps * <usize>depth * B_ROW_BYTES
  );
}

/**
 * Fills the tables up to whole tiles with copies of the last row.
 *
 * @returns How many rows there are.
 */
export function padTables(sources: usize, targets: usize, count: i32, pitch: usize): i32 {
  const rows = (count + TILE_ROWS - 1) & -TILE_ROWS;
  for (let i = count; i < rows; i++) {
    const at = (<usize>i) << 2;
    store<usize>(targets + at, load<usize>(targets + at - ADDRESS_BYTES));
    for (let tap = 0; tap < filterHeight * filterWidth; tap++) {
      const source = sources + <usize>tap * pitch + at;
      store<usize>(source, load<usize>(source - ADDRESS_BYTES));
    }
  }
  return rows;
}
