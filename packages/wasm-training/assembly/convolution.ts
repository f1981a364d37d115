// Gradients of a convolution with respect to its filter and to its input.

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
import { packColumnsByEight, packTransposedByEight } from './pack';
import {
  BLOCK_DEPTH,
  multiplyGathered,
  multiplyTransposedBlock,
  transposedScratchBytes,
} from './products';
import { inputRows } from './rows';
import { TILE_COLUMNS, TILE_ROWS } from './tile';

/** Bytes of scratch that `filterGradient` needs. */
export function filterGradientScratch(): usize {
  return <usize>(
    (inChannels * 4 + BLOCK_DEPTH * 4 + transposedScratchBytes(inChannels, outChannels))
  );
}

/**
 * dw[tap][in][out] = Σ over output positions of x[position of the tap][in] · dy[position][out].
 *
 * @param x [batch, inHeight, inWidth, inChannels]
 * @param dy [batch, outHeight, outWidth, outChannels]
 * @param dw [filterHeight, filterWidth, inChannels, outChannels]
 */
export function filterGradient(x: usize, dy: usize, dw: usize, scratch: usize): void {
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
          inChannels,
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

function paddedPositions(): i32 {
  return (batch * inHeight * inWidth + TILE_ROWS - 1) & -TILE_ROWS;
}

/** Bytes of scratch that `inputGradient` needs. */
export function inputGradientScratch(): usize {
  const taps = <usize>(filterHeight * filterWidth);
  const panels = <usize>((inChannels + TILE_COLUMNS - 1) / TILE_COLUMNS);
  const depth = <usize>outChannels;
  return depth * 4 + 128 + <usize>paddedPositions() * 4 * (taps + 1) + panels * taps * depth * 32;
}

/**
 * dx[position] = Σ over the taps that read it of dy[output of the tap] · w[tap]ᵀ.
 *
 * Input positions are visited in the order of their phase within the stride, so that the taps
 * which a phase never meets are padding for a whole tile, and are skipped.
 *
 * @param dy [batch, outHeight, outWidth, outChannels]
 * @param w [filterHeight, filterWidth, inChannels, outChannels]
 * @param dx [batch, inHeight, inWidth, inChannels]
 */
export function inputGradient(dy: usize, w: usize, dx: usize, scratch: usize): void {
  const taps = filterHeight * filterWidth;
  const pixelBytes = (<usize>outChannels) << 2;
  const zeros = scratch;
  const tile = zeros + pixelBytes;
  const targets = tile + 128;
  const positions = paddedPositions();
  const tableBytes = (<usize>positions) << 2;
  const sources = targets + tableBytes;
  const packed = sources + <usize>taps * tableBytes;
  memory.fill(zeros, 0, pixelBytes);
  packTransposedByEight(w, taps, inChannels, outChannels, packed);

  let position: usize = 0;
  for (let phaseY = 0; phaseY < strideY; phaseY++) {
    for (let phaseX = 0; phaseX < strideX; phaseX++) {
      for (let image = 0; image < batch; image++) {
        for (let y = phaseY; y < inHeight; y += strideY) {
          for (let x = phaseX; x < inWidth; x += strideX) {
            const pixel = <usize>((image * inHeight + y) * inWidth + x);
            store<usize>(targets + position, dx + ((pixel * <usize>inChannels) << 2));
            let source = sources + position;
            for (let ky = 0; ky < filterHeight; ky++) {
              const scaledY = y + padTop - ky * dilationY;
              const row = scaledY / strideY;
              const rowIsRead = scaledY >= 0 && row < outHeight && row * strideY === scaledY;
              for (let kx = 0; kx < filterWidth; kx++) {
                const scaledX = x + padLeft - kx * dilationX;
                const column = scaledX / strideX;
                const isRead =
                  rowIsRead && scaledX >= 0 && column < outWidth && column * strideX === scaledX;
                const from = <usize>((image * outHeight + row) * outWidth + column);
                store<usize>(source, isRead ? dy + from * pixelBytes : zeros);
                source += tableBytes;
              }
            }
            position += 4;
          }
        }
      }
    }
  }
  for (; position < tableBytes; position += 4) {
    store<usize>(targets + position, load<usize>(targets + position - 4));
    for (let tap = 0; tap < taps; tap++) {
      const at = sources + <usize>tap * tableBytes + position;
      store<usize>(at, load<usize>(at - 4));
    }
  }
  multiplyGathered(sources, taps, targets, positions, outChannels, packed, inChannels, zeros, tile);
}

function paddedOutputs(): i32 {
  return (batch * outHeight * outWidth + TILE_ROWS - 1) & -TILE_ROWS;
}

/** Bytes of scratch that `convolution` needs. */
export function convolutionScratch(): usize {
  const taps = <usize>(filterHeight * filterWidth);
  const panels = <usize>((outChannels + TILE_COLUMNS - 1) / TILE_COLUMNS);
  const depth = <usize>inChannels;
  return depth * 4 + 128 + <usize>paddedOutputs() * 4 * (taps + 1) + panels * taps * depth * 32;
}

/**
 * y[position] = Σ over taps of x[position of the tap] · w[tap].
 *
 * @param x [batch, inHeight, inWidth, inChannels]
 * @param w [filterHeight, filterWidth, inChannels, outChannels]
 * @param y [batch, outHeight, outWidth, outChannels]
 */
export function convolution(x: usize, w: usize, y: usize, scratch: usize): void {
  const taps = filterHeight * filterWidth;
  const pixelBytes = (<usize>inChannels) << 2;
  const rowBytes = (<usize>outChannels) << 2;
  const zeros = scratch;
  const tile = zeros + pixelBytes;
  const targets = tile + 128;
  const positions = batch * outHeight * outWidth;
  const rows = paddedOutputs();
  const tableBytes = (<usize>rows) << 2;
  const sources = targets + tableBytes;
  const packed = sources + <usize>taps * tableBytes;
  memory.fill(zeros, 0, pixelBytes);
  for (let i = 0; i < rows; i++) {
    const position = <usize>min(i, positions - 1);
    store<usize>(targets + ((<usize>i) << 2), y + position * rowBytes);
  }
  let table = sources;
  for (let ky = 0; ky < filterHeight; ky++) {
    for (let kx = 0; kx < filterWidth; kx++, table += tableBytes) {
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
        0,
        positions,
      );
      for (let i = positions; i < rows; i++) {
        const at = table + ((<usize>i) << 2);
        store<usize>(at, load<usize>(at - 4));
      }
    }
  }
  packColumnsByEight(w, rowBytes, taps * inChannels, 0, outChannels, packed);
  multiplyGathered(sources, taps, targets, rows, inChannels, packed, outChannels, zeros, tile);
}
