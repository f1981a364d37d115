// Aᵀ·B for patches, of which a filter of few channels has a handful of floats: each number of B is
// then needed once or twice, and is read where it lies, without packing.

import { packColumnsByEight } from './pack';
import { B_ROW_BYTES, TILE_COLUMNS } from './tile';

/** Floats of a patch that a tile takes. */
const PATCH_ROWS: i32 = 5;
/** Bytes of a tile, of which a row is one of B. */
export const PATCH_TILE_BYTES: usize = <usize>PATCH_ROWS * B_ROW_BYTES;
/** Bytes behind the last patch that the last tile may read. */
export const PATCH_TAIL_BYTES: usize = <usize>PATCH_ROWS << 2;

/**
 * C[floats][columns] = Σ over rows of patchᵀ·row of B, or adds to C.
 *
 * @param patches [depth][floats], and PATCH_TAIL_BYTES that may be read.
 * @param b The first row of B. Its pitch is that of C.
 * @param packing Room for `depth` rows of eight floats.
 * @param tile Room for PATCH_TILE_BYTES.
 */
export function multiplyPatches(
  patches: usize,
  floats: i32,
  depth: i32,
  b: usize,
  columns: i32,
  c: usize,
  accumulate: bool,
  packing: usize,
  tile: usize,
): void {
  const pitch = (<usize>columns) << 2;
  const patchBytes = (<usize>floats) << 2;
  for (let column = 0; column < columns; column += TILE_COLUMNS) {
    const width = min(columns - column, TILE_COLUMNS);
    const offset = (<usize>column) << 2;
    const isWhole = width === TILE_COLUMNS;
    if (!isWhole) packColumnsByEight(b, pitch, depth, column, width, packing);
    const rows = isWhole ? b + offset : packing;
    const rowPitch = isWhole ? pitch : B_ROW_BYTES;
    for (let first = 0; first < floats; first += PATCH_ROWS) {
      multiplyPatchTile(patches + ((<usize>first) << 2), patchBytes, depth, rows, rowPitch, tile);
      for (let i = 0; i < min(floats - first, PATCH_ROWS); i++) {
        const from = tile + <usize>i * B_ROW_BYTES;
        const to = c + <usize>(first + i) * pitch + offset;
        for (let at: usize = 0; at < (<usize>width) << 2; at += 4) {
          const value = load<f32>(from + at);
          store<f32>(to + at, accumulate ? load<f32>(to + at) + value : value);
        }
      }
    }
  }
}

/** One tile, of five floats of each patch and eight of each row. */
function multiplyPatchTile(
  patch: usize,
  patchBytes: usize,
  depth: i32,
  row: usize,
  pitch: usize,
  tile: usize,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  let c40 = c00;
  let c41 = c00;
  const end = patch + <usize>depth * patchBytes;
  for (; patch < end; patch += patchBytes, row += pitch) {
    const b0 = v128.load(row);
    const b1 = v128.load(row, 16);
    const a0 = v128.load32_splat(patch);
    c00 = f32x4.add(c00, f32x4.mul(a0, b0));
    c01 = f32x4.add(c01, f32x4.mul(a0, b1));
    const a1 = v128.load32_splat(patch, 4);
    c10 = f32x4.add(c10, f32x4.mul(a1, b0));
    c11 = f32x4.add(c11, f32x4.mul(a1, b1));
    const a2 = v128.load32_splat(patch, 8);
    c20 = f32x4.add(c20, f32x4.mul(a2, b0));
    c21 = f32x4.add(c21, f32x4.mul(a2, b1));
    const a3 = v128.load32_splat(patch, 12);
    c30 = f32x4.add(c30, f32x4.mul(a3, b0));
    c31 = f32x4.add(c31, f32x4.mul(a3, b1));
    const a4 = v128.load32_splat(patch, 16);
    c40 = f32x4.add(c40, f32x4.mul(a4, b0));
    c41 = f32x4.add(c41, f32x4.mul(a4, b1));
  }
  v128.store(tile, c00);
  v128.store(tile, c01, 16);
  v128.store(tile, c10, 32);
  v128.store(tile, c11, 48);
  v128.store(tile, c20, 64);
  v128.store(tile, c21, 80);
  v128.store(tile, c30, 96);
  v128.store(tile, c31, 112);
  v128.store(tile, c40, 128);
  v128.store(tile, c41, 144);
}
