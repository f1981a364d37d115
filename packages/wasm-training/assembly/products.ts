// Matrix products over rows that are found through pointers. Two forms serve dense layers and
// convolutions. Aᵀ·B sums over rows: the gradients of filters. A sum over taps of A·B keeps rows:
// convolutions and the gradients of inputs.

import { FLOAT_BYTES } from './bytes';
import { packColumnsByFour } from './pack';
import {
  A_ROW_BYTES,
  B_ROW_BYTES,
  multiplyPanels,
  multiplyRows,
  TILE_COLUMNS,
  TILE_ROWS,
} from './tile';

/** Rows, and columns of A and of B, of one block: a panel of each fits the first-level cache. */
export const BLOCK_DEPTH: i32 = 256;
const BLOCK_M: i32 = 256;
export const BLOCK_N: i32 = 512;
/** Rows that share one pass over the panels of B. */
const BLOCK_ROWS: i32 = 32;

/** Bytes of B that is packed for `multiplyTransposedBlock`. */
export function packedBytesB(n: i32): usize {
  return (
    <usize>(((min(n, BLOCK_N) + TILE_COLUMNS - 1) & -TILE_COLUMNS) * BLOCK_DEPTH) * FLOAT_BYTES
  );
}

/** Bytes of A that `multiplyTransposedBlock` packs. */
export function packedBytesA(m: i32): usize {
  return <usize>(((min(m, BLOCK_M) + TILE_ROWS - 1) & -TILE_ROWS) * BLOCK_DEPTH) * FLOAT_BYTES;
}

/** Adds to C, or copies there, the part of a packed tile that lies inside C. */
function storePart(
  tile: usize,
  rows: i32,
  columns: i32,
  c: usize,
  pitch: usize,
  accumulate: bool,
): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const value = load<f32>(tile + ((<usize>(i * TILE_COLUMNS + j)) << 2));
      const at = c + ((<usize>j) << 2);
      store<f32>(at, accumulate ? load<f32>(at) + value : value);
    }
    c += pitch;
  }
}

/**
 * One block of Aᵀ·B: at most BLOCK_DEPTH rows, columns [first, end) of A, `blockN` columns of B.
 *
 * @param rows Addresses of `depth` rows of A.
 * @param packedB The columns of B, packed as [⌈blockN / 8⌉][depth][8].
 * @param c Where the columns begin in C, whose row of a column of A is `pitch` bytes.
 * @param accumulate Add to C, or overwrite it.
 * @param packing Room for `packedBytesA`.
 * @param tile Room for TILE_BYTES.
 */
export function multiplyTransposedBlock(
  rows: usize,
  first: i32,
  end: i32,
  packedB: usize,
  blockN: i32,
  depth: i32,
  c: usize,
  pitch: usize,
  accumulate: bool,
  packing: usize,
  tile: usize,
): void {
  for (let m0 = first; m0 < end; m0 += BLOCK_M) {
    const blockM = min(end - m0, BLOCK_M);
    packColumnsByFour(rows, depth, m0, blockM, packing);
    let panelB = packedB;
    for (let j = 0; j < blockN; j += TILE_COLUMNS) {
      const columns = min(blockN - j, TILE_COLUMNS);
      let panelA = packing;
      for (let i = 0; i < blockM; i += TILE_ROWS) {
        const height = min(blockM - i, TILE_ROWS);
        const at = c + <usize>(m0 + i) * pitch + ((<usize>j) << 2);
        if (height === TILE_ROWS && columns === TILE_COLUMNS) {
          multiplyPanels(panelA, panelB, depth, at, pitch, accumulate);
        } else {
          multiplyPanels(panelA, panelB, depth, tile, B_ROW_BYTES, false);
          storePart(tile, height, columns, at, pitch, accumulate);
        }
        panelA += <usize>depth * A_ROW_BYTES;
      }
      panelB += <usize>depth * B_ROW_BYTES;
    }
  }
}

/**
 * C = Σ over taps of A·B for rows found through pointers.
 *
 * @param sources [taps][rows] addresses of rows of A, each of `depth` floats.
 * @param nextTap Bytes from a tap's addresses to the next tap's.
 * @param targets [rows] addresses of rows of C.
 * @param rows A multiple of four; pad with rows that repeat.
 * @param b Packed panels of B, [⌈columns / 8⌉][taps][depth][8].
 * @param zeros The address in `sources` that stands for padding.
 * @param tile Room for TILE_BYTES.
 */
export function multiplyGathered(
  sources: usize,
  nextTap: usize,
  taps: i32,
  targets: usize,
  rows: i32,
  depth: i32,
  b: usize,
  columns: i32,
  zeros: usize,
  tile: usize,
): void {
  const panelBytes = <usize>taps * <usize>depth * B_ROW_BYTES;
  for (let block = 0; block < rows; block += BLOCK_ROWS) {
    const end = min(block + BLOCK_ROWS, rows);
    let panel = b;
    for (let j = 0; j < columns; j += TILE_COLUMNS) {
      const width = min(columns - j, TILE_COLUMNS);
      const offset = (<usize>j) << 2;
      for (let i = block; i < end; i += TILE_ROWS) {
        const source = sources + ((<usize>i) << 2);
        const target = targets + ((<usize>i) << 2);
        const c0 = load<usize>(target) + offset;
        const c1 = load<usize>(target, 4) + offset;
        const c2 = load<usize>(target, 8) + offset;
        const c3 = load<usize>(target, 12) + offset;
        if (width === TILE_COLUMNS) {
          multiplyRows(source, nextTap, taps, depth, zeros, panel, c0, c1, c2, c3);
        } else {
          multiplyRows(
            source,
            nextTap,
            taps,
            depth,
            zeros,
            panel,
            tile,
            tile + B_ROW_BYTES,
            tile + 2 * B_ROW_BYTES,
            tile + 3 * B_ROW_BYTES,
          );
          storePart(tile, 1, width, c0, 0, false);
          storePart(tile + B_ROW_BYTES, 1, width, c1, 0, false);
          storePart(tile + 2 * B_ROW_BYTES, 1, width, c2, 0, false);
          storePart(tile + 3 * B_ROW_BYTES, 1, width, c3, 0, false);
        }
      }
      panel += panelBytes;
    }
  }
}
