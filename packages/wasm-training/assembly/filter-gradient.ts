// The gradient of a convolution with respect to its filter.

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
import { BLOCK_DEPTH, multiplyTransposedBlock, transposedScratchBytes } from './products';
import { inputRows } from './rows';

/** Bytes of scratch that `filterGradient` needs. */
export function filterGradientScratch(): usize {
  return <usize>(
    (inChannels * 4 + BLOCK_DEPTH * 4 + transposedScratchBytes(inChannels, outChannels))
  );
}

/**
 * dw[tap][in][out] = Σ over output positions of x[position of the tap][in] · dy[position][out], for
 * input channels [start, end).
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
  const pixelBytes = (<usize>inChannels) << 2;
  const zeros = scratch;
  const table = zeros + pixelBytes;
  const packing = table + ((<usize>BLOCK_DEPTH) << 2);
  memory.fill(zeros, 0, pixelBytes);
  const positions = batch * outHeight * outWidth;
  const tapBytes = (<usize>inChannels * <usize>outChannels) << 2;
  if (positions === 0) memory.fill(dw, 0, tapBytes * <usize>(filterHeight * filterWidth));
  for (let first = 0; first < positions; first += BLOCK_DEPTH) {
    const depth = min(positions - first, BLOCK_DEPTH);
    const dyBlock = dy + ((<usize>first * <usize>outChannels) << 2);
    let at = dw;
    for (let ky = 0; ky < filterHeight; ky++) {
      for (let kx = 0; kx < filterWidth; kx++) {
        inputRows(
          table,
          x,
          zeros,
          pixelBytes,
          inHeight,
          inWidth,
          outHeight,
          outWidth,
          strideY,
          strideX,
          ky * dilationY - padTop,
          kx * dilationX - padLeft,
          first,
          depth,
        );
        multiplyTransposedBlock(
          table,
          start,
          end,
          dyBlock,
          outChannels,
          depth,
          at,
          first > 0,
          packing,
        );
        at += tapBytes;
      }
    }
  }
}
