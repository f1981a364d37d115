// A convolution. It takes a range of its output, as its gradients do, so that threads can share
// the work; what an element is does not depend on ranges.

import { BLOCK_POSITIONS, gatheredScratch, padTables } from './gathered-tables';
import {
  batch,
  dilationX,
  dilationY,
  filterHeight,
  filterWidth,
  inChannels,
  inHeight,
  inWidth,
  outChannels,
  outHeight,
  outWidth,
  padLeft,
  padTop,
  strideX,
  strideY,
} from './geometry';
import { packColumnsByEight } from './pack';
import { multiplyGathered } from './products';
import { inputRows } from './rows';
import { TILE_ROWS } from './tile';

/** Bytes of scratch that `convolution` needs. */
export function convolutionScratch(): usize {
  return gatheredScratch(batch * outHeight * outWidth, inChannels, outChannels);
}

/**
 * y[position] = Σ over taps of x[position of the tap] · w[tap], for images [start, end).
 *
 * @param x [batch, inHeight, inWidth, inChannels]
 * @param w [filterHeight, filterWidth, inChannels, outChannels]
 * @param y [batch, outHeight, outWidth, outChannels]
 * @param pack whether to lay out `w` in `scratch`; a call before may have done it
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
  const targets = tile + 128;
  const sources = targets + pitch;
  const packed = sources + <usize>taps * pitch;
  memory.fill(zeros, 0, pixelBytes);
  if (pack) packColumnsByEight(w, rowBytes, taps * inChannels, 0, outChannels, packed);
  let first = start * outHeight * outWidth;
  y += <usize>first * rowBytes;
  for (; first < positions; first += BLOCK_POSITIONS) {
    const count = min(positions - first, BLOCK_POSITIONS);
    for (let i = 0; i < count; i++, y += rowBytes) store<usize>(targets + ((<usize>i) << 2), y);
    for (let tap = 0; tap < taps; tap++) {
      inputRows(
        sources + <usize>tap * pitch,
        x,
        zeros,
        pixelBytes,
        inHeight,
        inWidth,
        outHeight,
        outWidth,
        strideY,
        strideX,
        (tap / filterWidth) * dilationY - padTop,
        (tap % filterWidth) * dilationX - padLeft,
        first,
        count,
      );
    }
    const rows = padTables(sources, targets, count, pitch);
    multiplyGathered(
      sources,
      pitch,
      taps,
      targets,
      rows,
      inChannels,
      packed,
      outChannels,
      zeros,
      tile,
    );
  }
}
