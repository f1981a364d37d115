// Products with a transposed operand, which tfjs' wasm backend leaves to a naive loop.

import { ADDRESS_BYTES } from './bytes';
import { packColumnsByEight, packTransposedByEight } from './pack';
import {
  BLOCK_DEPTH,
  BLOCK_N,
  multiplyGathered,
  multiplyTransposedBlock,
  packedBytesA,
  packedBytesB,
} from './products';
import { B_ROW_BYTES, TILE_BYTES, TILE_COLUMNS, TILE_ROWS } from './tile';

/** Bytes of scratch that `multiplyTransposedA` needs. */
export function multiplyTransposedAScratch(m: i32, n: i32): usize {
  return TILE_BYTES + <usize>BLOCK_DEPTH * ADDRESS_BYTES + packedBytesB(n) + packedBytesA(m);
}

/** C[m][n] = Aᵀ·B of A [depth][m] and B [depth][n]. */
export function multiplyTransposedA(
  a: usize,
  b: usize,
  c: usize,
  m: i32,
  n: i32,
  depth: i32,
  scratch: usize,
): void {
  const table = scratch + TILE_BYTES;
  const packedB = table + <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  const packing = packedB + packedBytesB(n);
  const pitch = (<usize>n) << 2;
  for (let first = 0; first < depth; first += BLOCK_DEPTH) {
    const rows = min(depth - first, BLOCK_DEPTH);
    for (let i = 0; i < rows; i++) {
      store<usize>(table + ((<usize>i) << 2), a + ((<usize>(first + i) * <usize>m) << 2));
    }
    for (let n0 = 0; n0 < n; n0 += BLOCK_N) {
      const columns = min(n - n0, BLOCK_N);
      const at = c + ((<usize>n0) << 2);
      packColumnsByEight(b + <usize>first * pitch, pitch, rows, n0, columns, packedB);
      multiplyTransposedBlock(
        table,
        0,
        m,
        packedB,
        columns,
        rows,
        at,
        pitch,
        first > 0,
        packing,
        scratch,
      );
    }
  }
}

/** Columns of Bᵀ that are packed at a time, so that scratch does not grow with the matrix. */
const BLOCK_COLUMNS: i32 = 512;

/** Bytes of scratch that `multiplyTransposedB` needs. */
export function multiplyTransposedBScratch(m: i32, n: i32, depth: i32): usize {
  const rows = <usize>((m + TILE_ROWS - 1) & -TILE_ROWS);
  const panels = <usize>((min(n, BLOCK_COLUMNS) + TILE_COLUMNS - 1) / TILE_COLUMNS);
  return TILE_BYTES + 2 * rows * ADDRESS_BYTES + panels * <usize>depth * B_ROW_BYTES;
}

/** C[m][n] = A·Bᵀ of A [m][depth] and B [n][depth]. */
export function multiplyTransposedB(
  a: usize,
  b: usize,
  c: usize,
  m: i32,
  n: i32,
  depth: i32,
  scratch: usize,
): void {
  const rows = (m + TILE_ROWS - 1) & -TILE_ROWS;
  const sources = scratch + TILE_BYTES;
  const targets = sources + ((<usize>rows) << 2);
  const packed = targets + ((<usize>rows) << 2);
  const aPitch = (<usize>depth) << 2;
  const cPitch = (<usize>n) << 2;
  for (let first = 0; first < n; first += BLOCK_COLUMNS) {
    const columns = min(n - first, BLOCK_COLUMNS);
    for (let i = 0; i < rows; i++) {
      const row = <usize>min(i, m - 1);
      const at = (<usize>i) << 2;
      store<usize>(sources + at, a + row * aPitch);
      store<usize>(targets + at, c + row * cPitch + ((<usize>first) << 2));
    }
    packTransposedByEight(b + <usize>first * aPitch, 1, columns, depth, packed);
    multiplyGathered(sources, 0, 1, targets, rows, depth, packed, columns, 0, scratch);
  }
}
