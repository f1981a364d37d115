// Convolutions along the width, and the gradients of their inputs, by Winograd's transforms: two to
// three times fewer products than taps. Like the direct forms they compute a range of images, and
// the value of an element does not depend on the range.

import { ADDRESS_BYTES, FLOAT_BYTES } from './bytes';
import {
  dilationX,
  filterWidth,
  inChannels,
  inHeight,
  inWidth,
  outChannels,
  outWidth,
  padLeft,
} from './geometry';
import { areFinite } from './winograd-choice';
import { filterPitch, packFilter, packFlippedFilter, packingBytes } from './winograd-filter';
import { multiplyTileRows } from './winograd-products';
import {
  chooseTransforms,
  nextTile,
  outputRows,
  outputs,
  points,
  SPREAD_BYTES,
  startTiles,
  tileRows,
  tilesPerLine,
} from './winograd-tiles';
import { TRANSFORM_ROWS, transformData, transformOutput } from './winograd-transforms';

/** Tiles that are transformed at a time. What they need stays in the second-level cache. */
const BLOCK_TILES: i32 = 32;
/** Bytes of the addresses of a tile's outputs. */
const TARGET_BYTES: usize = (<usize>TRANSFORM_ROWS + 1) * ADDRESS_BYTES;
/** Columns of a product. */
const COLUMNS: i32 = 8;
const MAX_POINTS: i32 = 10;

function scratchBytes(depth: i32, columns: i32): usize {
  const rows = <usize>(depth + columns) * FLOAT_BYTES;
  const tables = <usize>MAX_POINTS * ADDRESS_BYTES + <usize>BLOCK_TILES * TARGET_BYTES + 16;
  const tile = <usize>(depth + COLUMNS) * FLOAT_BYTES;
  const blocks = filterPitch() + <usize>BLOCK_TILES * tile + SPREAD_BYTES;
  return rows + tables + packingBytes() + <usize>points * blocks;
}

/** Bytes of scratch that `winogradConvolution` needs. */
export function winogradConvolutionScratch(): usize {
  chooseTransforms(outWidth);
  return scratchBytes(inChannels, outChannels);
}

/** Bytes of scratch that `winogradInputGradient` needs. */
export function winogradInputGradientScratch(): usize {
  chooseTransforms(inWidth);
  return scratchBytes(outChannels, inChannels);
}

/**
 * `convolution` for a filter of height 1, strides of 1 and channels in eights.
 *
 * @returns Whether all that it has computed is finite, which is looked at while it is in the cache.
 */
export function winogradConvolution(
  x: usize,
  w: usize,
  y: usize,
  scratch: usize,
  start: i32,
  end: i32,
  pack: bool,
): bool {
  chooseTransforms(outWidth);
  const zeros = scratch;
  const packing = zeros + ((<usize>(inChannels + outChannels)) << 2);
  const packed = packing + packingBytes();
  memory.fill(zeros, 0, packing - zeros);
  if (pack) packFilter(w, zeros, packing, packed);
  const shift = -padLeft;
  return convolveLines(x, inWidth, inChannels, y, outWidth, outChannels, shift, scratch, start, end);
}

/** `inputGradient`, alike. */
export function winogradInputGradient(
  dy: usize,
  w: usize,
  dx: usize,
  scratch: usize,
  start: i32,
  end: i32,
  pack: bool,
): bool {
  chooseTransforms(inWidth);
  const zeros = scratch;
  const packing = zeros + ((<usize>(inChannels + outChannels)) << 2);
  const packed = packing + packingBytes();
  memory.fill(zeros, 0, packing - zeros);
  if (pack) packFlippedFilter(w, zeros, packing, packed);
  // Output x + padLeft − tap·dilation has read input x. In reverse, the last tap comes first.
  const shift = padLeft - (filterWidth - 1) * dilationX;
  return convolveLines(dy, outWidth, outChannels, dx, inWidth, inChannels, shift, scratch, start, end);
}

/**
 * Convolves the lines of images [start, end).
 *
 * @param shift Pixels from an output to the first that the filter reads there.
 * @param scratch A row of zeros for a source pixel and one for a target pixel, the room of
 *   `packingBytes`, the packed filter, and room for tables and blocks.
 * @returns Whether all outputs are finite.
 */
function convolveLines(
  source: usize,
  sourceWidth: i32,
  depth: i32,
  target: usize,
  targetWidth: i32,
  columns: i32,
  shift: i32,
  scratch: usize,
  start: i32,
  end: i32,
): bool {
  const depthBytes = (<usize>depth) << 2;
  const columnBytes = (<usize>columns) << 2;
  const zeros = scratch;
  const waste = zeros + depthBytes;
  const packed = waste + columnBytes + packingBytes();
  const pointBytes = filterPitch();
  const table = packed + <usize>points * pointBytes;
  const targets = table + <usize>MAX_POINTS * ADDRESS_BYTES;
  const data = (targets + <usize>BLOCK_TILES * TARGET_BYTES + 15) & ~15;
  const dataPitch = <usize>BLOCK_TILES * depthBytes + SPREAD_BYTES;
  const products = data + <usize>points * dataPitch;
  const productPitch = <usize>(BLOCK_TILES * COLUMNS) * FLOAT_BYTES;
  startTiles(start * inHeight);
  let left = (end - start) * inHeight * tilesPerLine;
  for (; left > 0; left -= BLOCK_TILES) {
    const count = min(left, BLOCK_TILES);
    for (let tile = 0; tile < count; tile++) {
      tileRows(table, points, source, sourceWidth, depthBytes, shift, zeros);
      transformData(points, table, depthBytes, data + <usize>tile * depthBytes, dataPitch, 16);
      outputRows(targets + <usize>tile * TARGET_BYTES, target, targetWidth, columnBytes, waste);
      nextTile(targetWidth);
    }
    for (let offset: usize = 0; offset < columnBytes; offset += 32) {
      for (let point = 0; point < points; point++) {
        const panel = packed + <usize>point * pointBytes + offset * <usize>depth;
        let a = data + <usize>point * dataPitch;
        let c = products + <usize>point * productPitch;
        for (let tile = 0; tile < count; tile += 4, a += depthBytes << 2, c += 128) {
          multiplyTileRows(a, depthBytes, depthBytes, panel, c);
        }
      }
      for (let tile = 0; tile < count; tile++) {
        const rows = targets + <usize>tile * TARGET_BYTES;
        const last = load<usize>(rows, TARGET_BYTES - ADDRESS_BYTES);
        const from = products + ((<usize>tile) << 5);
        transformOutput(points, from, productPitch, false, 32, rows, last, offset);
      }
    }
  }
  const floats = inHeight * targetWidth * columns;
  return areFinite(target + ((<usize>(start * floats)) << 2), (end - start) * floats);
}
