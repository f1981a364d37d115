// The gradient of a convolution with respect to its filter.

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
import {
  BLOCK_DEPTH,
  BLOCK_N,
  multiplyTransposedBlock,
  packedBytesA,
  packedBytesB,
} from './products';
import { TILE_BYTES } from './tile';

/** Bytes of scratch that `filterGradient` needs. */
export function filterGradientScratch(): usize {
  const patches = hasPatches() ? patchBytes() * BLOCK_DEPTH : 0;
  const packedA = packedBytesA(hasPatches() ? <i32>(patchBytes() / FLOAT_BYTES) : inChannels);
  return (
    <usize>inChannels * FLOAT_BYTES +
    TILE_BYTES +
    <usize>BLOCK_DEPTH * ADDRESS_BYTES +
    packedBytesB(outChannels) +
    packedA +
    patches
  );
}

/**
 * dw[tap][in][out] = Σ over output positions of x[position of the tap][in] · dy[position][out], for
 * input channels [start, end). A range of less than four channels must be all of them.
 *
 * @param x [batch, inHeight, inWidth, inChannels]
 * @param dy [batch, outHeight, outWidth, outChannels]
 * @param dw [filterHeight, filterWidth, inChannels, outChannels]
 */
export function filterGradient(
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
  const tile = zeros + pixelBytes;
  const table = tile + TILE_BYTES;
  const packedB = table + <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  const packing = packedB + packedBytesB(outChannels);
  const patches =
    packing + packedBytesA(hasPatches() ? <i32>(patchBytes() / FLOAT_BYTES) : inChannels);
  memory.fill(zeros, 0, pixelBytes);
  const positions = batch * outHeight * outWidth;
  if (positions === 0) memory.fill(dw, 0, <usize>(taps * inChannels) * pitch);
  for (let first = 0; first < positions; first += BLOCK_DEPTH) {
    const depth = min(positions - first, BLOCK_DEPTH);
    const accumulate = first > 0;
    for (let n0 = 0; n0 < outChannels; n0 += BLOCK_N) {
      const columns = min(outChannels - n0, BLOCK_N);
      packColumnsByEight(dy + <usize>first * pitch, pitch, depth, n0, columns, packedB);
      let at = dw + ((<usize>n0) << 2);
      if (hasPatches()) {
        gatherPatches(table, x, zeros, first, depth, patches);
        multiplyTransposedBlock(
          table,
          0,
          taps * inChannels,
          packedB,
          columns,
          depth,
          at,
          pitch,
          accumulate,
          packing,
          tile,
        );
        continue;
      }
      for (let tap = 0; tap < taps; tap++, at += <usize>inChannels * pitch) {
        tapRows(table, x, zeros, tap, first, depth);
        multiplyTransposedBlock(
          table,
          start,
          end,
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
