// The gradient of a convolution with respect to its filter: a sum over positions, in parts.

import { ADDRESS_BYTES, FLOAT_BYTES } from './bytes';
import {
  batch,
  filterHeight,
  filterWidth,
  inChannels,
  outChannels,
  outHeight,
  outWidth,
} from './geometry';
import { packColumnsByEight } from './pack';
import { gatherPatches, hasPatches, patchBytes, tapRows } from './patches';
import { multiplyPatches, PATCH_TAIL_BYTES, PATCH_TILE_BYTES } from './patch-products';
import {
  BLOCK_DEPTH,
  BLOCK_N,
  multiplyTransposedBlock,
  packedBytesA,
  packedBytesB,
} from './products';
import { partsOf } from './sum-parts';
import { B_ROW_BYTES, TILE_BYTES } from './tile';

/** Parts hold a multiple of this many positions. */
const PART_POSITIONS: i32 = 32;

/** How many parts `filterGradient` computes, one behind the other. */
export function filterGradientParts(): i32 {
  return partsOf(batch * outHeight * outWidth, PART_POSITIONS);
}

/** The first position of a part; of the one behind the last, the number of positions. */
function firstPosition(part: i32): i32 {
  const positions = batch * outHeight * outWidth;
  const steps = (positions + PART_POSITIONS - 1) / PART_POSITIONS;
  return min(((part * steps) / filterGradientParts()) * PART_POSITIONS, positions);
}

/** Images that the first `parts` parts need. */
export function filterGradientImages(parts: i32): i32 {
  const perImage = max(outHeight * outWidth, 1);
  return (firstPosition(parts) + perImage - 1) / perImage;
}

/** Bytes of scratch that `filterGradient` needs. */
export function filterGradientScratch(): usize {
  const front = <usize>inChannels * FLOAT_BYTES + <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  if (hasPatches()) {
    const row = patchBytes() + B_ROW_BYTES;
    return front + PATCH_TILE_BYTES + <usize>BLOCK_DEPTH * row + PATCH_TAIL_BYTES;
  }
  return front + TILE_BYTES + packedBytesB(outChannels) + packedBytesA(inChannels);
}

/**
 * dw[tap][in][out] = Σ over output positions of x[position of the tap][in] · dy[position][out], for
 * parts [start, end) of the positions.
 *
 * @param x [batch, inHeight, inWidth, inChannels]
 * @param dy [batch, outHeight, outWidth, outChannels]
 * @param dw [parts, filterHeight, filterWidth, inChannels, outChannels]
 */
export function filterGradient(
  x: usize,
  dy: usize,
  dw: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const bytes = <usize>(filterHeight * filterWidth * inChannels * outChannels) * FLOAT_BYTES;
  if (batch * outHeight * outWidth === 0) memory.fill(dw, 0, bytes);
  for (let part = start; part < end; part++) {
    const first = firstPosition(part);
    const last = firstPosition(part + 1);
    const to = dw + <usize>part * bytes;
    if (hasPatches()) sumPatches(x, dy, to, scratch, first, last);
    else sumPositions(x, dy, to, scratch, first, last);
  }
}

/** `filterGradient` of positions [start, end) alone. */
function sumPositions(
  x: usize,
  dy: usize,
  dw: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const taps = filterHeight * filterWidth;
  const pixelBytes = (<usize>inChannels) << 2;
  const pitch = (<usize>outChannels) << 2;
  const zeros = scratch;
  const table = zeros + pixelBytes;
  const tile = table + <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  const packedB = tile + TILE_BYTES;
  const packing = packedB + packedBytesB(outChannels);
  memory.fill(zeros, 0, pixelBytes);
  for (let first = start; first < end; first += BLOCK_DEPTH) {
    const depth = min(end - first, BLOCK_DEPTH);
    const accumulate = first > start;
    for (let n0 = 0; n0 < outChannels; n0 += BLOCK_N) {
      const columns = min(outChannels - n0, BLOCK_N);
      packColumnsByEight(dy + <usize>first * pitch, pitch, depth, n0, columns, packedB);
      let at = dw + ((<usize>n0) << 2);
      for (let tap = 0; tap < taps; tap++, at += <usize>inChannels * pitch) {
        tapRows(table, x, zeros, tap, first, depth);
        multiplyTransposedBlock(
          table,
          0,
          inChannels,
          packedB,
          columns,
          depth,
          at,
          pitch,
          accumulate,
          packing,
          tile,
        );
      }
    }
  }
}

/** The same for channels so few that a tap alone would leave most of a tile empty. */
function sumPatches(x: usize, dy: usize, dw: usize, scratch: usize, start: i32, end: i32): void {
  const pixelBytes = (<usize>inChannels) << 2;
  const pitch = (<usize>outChannels) << 2;
  const zeros = scratch;
  const table = zeros + pixelBytes;
  const tile = table + <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  const packing = tile + PATCH_TILE_BYTES;
  const patches = packing + <usize>BLOCK_DEPTH * B_ROW_BYTES;
  const floats = filterHeight * filterWidth * inChannels;
  memory.fill(zeros, 0, pixelBytes);
  for (let first = start; first < end; first += BLOCK_DEPTH) {
    const depth = min(end - first, BLOCK_DEPTH);
    const rows = dy + <usize>first * pitch;
    gatherPatches(table, x, zeros, first, depth, patches);
    multiplyPatches(patches, floats, depth, rows, outChannels, dw, first > start, packing, tile);
  }
}
