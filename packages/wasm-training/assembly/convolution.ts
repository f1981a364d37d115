// A convolution. It computes a range of its output, as its gradients do, so that threads can share
// it. The value of an element does not depend on the range.

import { BLOCK_POSITIONS, gatheredScratch, padTables } from './gathered-tables';
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
import { multiplyGathered } from './products';
import { B_ROW_BYTES, TILE_BYTES, TILE_COLUMNS, TILE_ROWS } from './tile';

/** Bytes of scratch that `convolution` needs. */
export function convolutionScratch(): usize {
  const positions = batch * outHeight * outWidth;
  const patches = hasPatches() ? patchBytes() * <usize>min(positions, BLOCK_POSITIONS) : 0;
  return gatheredScratch(positions, inChannels, outChannels) + patches;
}

/**
 * y[position] = Σ over taps of x[position of the tap] · w[tap], for images [start, end).
 *
 * @param x [batch, inHeight, inWidth, inChannels]
 * @param w [filterHeight, filterWidth, inChannels, outChannels]
 * @param y [batch, outHeight, outWidth, outChannels]
 * @param pack Whether to pack `w` into `scratch`; false where an earlier call has packed it.
 */
export function convolution(
  x: usize,
  w: usize,
  y: usize,
  scratch: usize,
  start: i32,
  end: i32,
  pack: bool,
): void {
  const taps = filterHeight * filterWidth;
  const pixelBytes = (<usize>inChannels) << 2;
  const rowBytes = (<usize>outChannels) << 2;
  const positions = end * outHeight * outWidth;
  const pitch =
    (<usize>((min(batch * outHeight * outWidth, BLOCK_POSITIONS) + TILE_ROWS - 1) & -TILE_ROWS)) <<
    2;
  const zeros = scratch;
  const tile = zeros + pixelBytes;
  const targets = tile + TILE_BYTES;
  const sources = targets + pitch;
  const packed = sources + <usize>taps * pitch;
  const panels = <usize>((outChannels + TILE_COLUMNS - 1) / TILE_COLUMNS);
  const patches = packed + panels * <usize>(taps * inChannels) * B_ROW_BYTES;
  memory.fill(zeros, 0, pixelBytes);
  if (pack) packColumnsByEight(w, rowBytes, taps * inChannels, 0, outChannels, packed);
  let first = start * outHeight * outWidth;
  y += <usize>first * rowBytes;
  for (; first < positions; first += BLOCK_POSITIONS) {
    const count = min(positions - first, BLOCK_POSITIONS);
    for (let i = 0; i < count; i++, y += rowBytes) store<usize>(targets + ((<usize>i) << 2), y);
    if (hasPatches()) {
      gatherPatches(sources, x, zeros, first, count, patches);
    } else {
      for (let tap = 0; tap < taps; tap++) {
        tapRows(sources + <usize>tap * pitch, x, zeros, tap, first, count);
      }
    }
    const rows = padTables(sources, targets, count, pitch);
    multiplyGathered(
      sources,
      pitch,
      hasPatches() ? 1 : taps,
      targets,
      rows,
      hasPatches() ? taps * inChannels : inChannels,
      packed,
      outChannels,
      zeros,
      tile,
    );
  }
}
