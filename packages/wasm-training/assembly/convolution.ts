// A convolution, and its gradients with respect to its filter and to its input. Each takes a range
// of its output, so that threads can share the work; what an element is does not depend on ranges.

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

/** Positions whose addresses are tabled at a time. */
const BLOCK_POSITIONS: i32 = 2048;

/** Bytes of scratch for products of rows of `depth` floats with panels for `columns` columns. */
function gatheredScratch(positions: i32, depth: i32, columns: i32): usize {
  const taps = <usize>(filterHeight * filterWidth);
  const panels = <usize>((columns + TILE_COLUMNS - 1) / TILE_COLUMNS);
  const block = <usize>((min(positions, BLOCK_POSITIONS) + TILE_ROWS - 1) & -TILE_ROWS);
  return <usize>depth * 4 + 128 + block * 4 * (taps + 1) + panels * taps * <usize>depth * 32;
}

/** Repeats the last of `count` rows of the tables, up to whole tiles. @returns the rows now */
function padTables(sources: usize, targets: usize, count: i32, pitch: usize): i32 {
  const rows = (count + TILE_ROWS - 1) & -TILE_ROWS;
  for (let i = count; i < rows; i++) {
    const at = (<usize>i) << 2;
    store<usize>(targets + at, load<usize>(targets + at - 4));
    for (let tap = 0; tap < filterHeight * filterWidth; tap++) {
      const source = sources + <usize>tap * pitch + at;
      store<usize>(source, load<usize>(source - 4));
    }
  }
  return rows;
}

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

/** Bytes of scratch that `inputGradient` needs. */
export function inputGradientScratch(): usize {
  return gatheredScratch(batch * inHeight * inWidth, outChannels, inChannels);
}

/**
 * dx[position] = Σ over the taps that read it of dy[output of the tap] · w[tap]ᵀ, for images
 * [start, end).
 *
 * Input positions are visited in the order of their phase within the stride, so that the taps
 * which a phase never meets are padding for a whole tile, and are skipped.
 *
 * @param dy [batch, outHeight, outWidth, outChannels]
 * @param w [filterHeight, filterWidth, inChannels, outChannels]
 * @param dx [batch, inHeight, inWidth, inChannels]
 * @param pack whether to lay out `w` in `scratch`; a call before may have done it
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
  const targets = tile + 128;
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

/** For one input pixel, the address of the dy that each tap sends there; `zeros` where none does. */
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
