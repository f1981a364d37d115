// The gradient of a convolution with respect to its input.

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
import { packTransposedByEight } from './pack';
import { multiplyGathered } from './products';
import { TILE_BYTES, TILE_ROWS } from './tile';

/** Bytes of scratch that `inputGradient` needs. */
export function inputGradientScratch(): usize {
  return gatheredScratch(batch * inHeight * inWidth, outChannels, inChannels);
}

/**
 * dx[position] = Σ over the taps that read it of dy[output of the tap] · w[tap]ᵀ, for images
 * [start, end).
 *
 * Input positions are visited in the order of their phase within the stride. A tap that never
 * reads a phase is then padding for a whole tile, and is skipped.
 *
 * @param dy [batch, outHeight, outWidth, outChannels]
 * @param w [filterHeight, filterWidth, inChannels, outChannels]
 * @param dx [batch, inHeight, inWidth, inChannels]
 * @param pack Whether to pack `w` into `scratch`; false where an earlier call has packed it.
 */
export function inputGradient(
  dy: usize,
  w: usize,
  dx: usize,
  scratch: usize,
  start: i32,
  end: i32,
  pack: bool,
): void {
  const taps = filterHeight * filterWidth;
  const pixelBytes = (<usize>outChannels) << 2;
  const pitch =
    (<usize>((min(batch * inHeight * inWidth, BLOCK_POSITIONS) + TILE_ROWS - 1) & -TILE_ROWS)) << 2;
  const zeros = scratch;
  const tile = zeros + pixelBytes;
  const targets = tile + TILE_BYTES;
  const sources = targets + pitch;
  const packed = sources + <usize>taps * pitch;
  memory.fill(zeros, 0, pixelBytes);
  if (pack) packTransposedByEight(w, taps, inChannels, outChannels, packed);

  let count = 0;
  let left = (end - start) * inHeight * inWidth;
  for (let phaseY = 0; phaseY < strideY; phaseY++) {
    for (let phaseX = 0; phaseX < strideX; phaseX++) {
      for (let image = start; image < end; image++) {
        for (let y = phaseY; y < inHeight; y += strideY) {
          for (let x = phaseX; x < inWidth; x += strideX) {
            const at = (<usize>count) << 2;
            const pixel = <usize>((image * inHeight + y) * inWidth + x);
            store<usize>(targets + at, dx + ((pixel * <usize>inChannels) << 2));
            outputRows(sources + at, pitch, dy, zeros, pixelBytes, image, y, x);
            count++;
            left--;
            if (count < BLOCK_POSITIONS && left > 0) continue;
            const rows = padTables(sources, targets, count, pitch);
            multiplyGathered(
              sources,
              pitch,
              taps,
              targets,
              rows,
              outChannels,
              packed,
              inChannels,
              zeros,
              tile,
            );
            count = 0;
          }
        }
      }
    }
  }
}

/** For one input pixel, the address of the dy that each tap propagates there, or `zeros`. */
function outputRows(
  sources: usize,
  pitch: usize,
  dy: usize,
  zeros: usize,
  pixelBytes: usize,
  image: i32,
  y: i32,
  x: i32,
): void {
  for (let ky = 0; ky < filterHeight; ky++) {
    const scaledY = y + padTop - ky * dilationY;
    const row = scaledY / strideY;
    const rowIsRead = scaledY >= 0 && row < outHeight && row * strideY === scaledY;
    for (let kx = 0; kx < filterWidth; kx++, sources += pitch) {
      const scaledX = x + padLeft - kx * dilationX;
      const column = scaledX / strideX;
      const isRead = rowIsRead && scaledX >= 0 && column < outWidth && column * strideX === scaledX;
      const from = <usize>((image * outHeight + row) * outWidth + column);
      store<usize>(sources, isRead ? dy + from * pixelBytes : zeros);
    }
  }
}
