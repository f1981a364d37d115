// The gradient of the filter of a convolution along the width, by Winograd's transforms: the data
// are those of the forward pass, the gradient of the output takes the place of a filter, and the
// products are summed over all tiles before they are transformed back.
//
// Lines fall into parts by their number alone, as positions do in `filterGradient`.

import { ADDRESS_BYTES, FLOAT_BYTES } from './bytes';
import {
  batch,
  filterWidth,
  inChannels,
  inHeight,
  inWidth,
  outChannels,
  outWidth,
  padLeft,
} from './geometry';
import { partsOf } from './sum-parts';
import { multiplyTilePanels } from './winograd-products';
import {
  chooseTransforms,
  nextTile,
  outputs,
  points,
  SPREAD_BYTES,
  startTiles,
  tileRows,
  tilesPerLine,
} from './winograd-tiles';
import {
  TRANSFORM_ROWS,
  transformData,
  transformFilter,
  transformOutput,
} from './winograd-transforms';

/** Tiles that are transformed at a time. What they need stays in the second-level cache. */
const BLOCK_TILES: i32 = 64;
/** Bytes of a panel of four channels, and of what keeps panels out of each other's sets. */
const PANEL_BYTES: usize = (<usize>BLOCK_TILES << 4) + SPREAD_BYTES;
/** Tiles from which sums are worth parts, each of which is transformed back by itself. */
const PART_TILES: i32 = 32;

/** Bytes of a row of zeros, of a row that nobody reads, and of a table of addresses. */
function frontBytes(): usize {
  const rows = <usize>(2 * max(inChannels, outChannels)) * FLOAT_BYTES;
  return (rows + <usize>(2 * TRANSFORM_ROWS) * ADDRESS_BYTES + 15) & ~15;
}

/** Bytes from a point to the next, of panels and of sums. */
function panelsPitch(channels: i32): usize {
  return (<usize>channels >> 2) * PANEL_BYTES + SPREAD_BYTES;
}
function sumsPitch(): usize {
  return <usize>(inChannels * outChannels) * FLOAT_BYTES + SPREAD_BYTES;
}

/** How many parts `winogradFilterGradient` computes, one behind the other. */
export function winogradFilterGradientParts(): i32 {
  chooseTransforms(outWidth);
  // Of whole lines.
  const lines = (PART_TILES + tilesPerLine - 1) / max(tilesPerLine, 1);
  return partsOf(batch * inHeight, lines);
}

/** The first line of a part; of the one behind the last, the number of lines. */
function firstLine(part: i32): i32 {
  return (part * batch * inHeight) / winogradFilterGradientParts();
}

/** Images that the first `parts` parts need. */
export function winogradFilterGradientImages(parts: i32): i32 {
  return (firstLine(parts) + inHeight - 1) / inHeight;
}

/** Bytes of scratch that `winogradFilterGradient` needs. */
export function winogradFilterGradientScratch(): usize {
  chooseTransforms(outWidth);
  const pitches = panelsPitch(inChannels) + panelsPitch(outChannels) + sumsPitch();
  return frontBytes() + <usize>points * pitches;
}

/**
 * Parts [start, end) of `filterGradient` for a filter of height 1, strides of 1 and channels in
 * eights.
 *
 * @param dw [parts, filterWidth, inChannels, outChannels]
 */
export function winogradFilterGradient(
  x: usize,
  dy: usize,
  dw: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const bytes = <usize>(filterWidth * inChannels * outChannels) * FLOAT_BYTES;
  chooseTransforms(outWidth);
  for (let part = start; part < end; part++) {
    const first = firstLine(part);
    const last = firstLine(part + 1);
    sumProducts(x, dy, scratch, first, (last - first) * tilesPerLine);
    transformSums(scratch, dw + <usize>part * bytes);
  }
}

/** Sums the products of `count` tiles, the first of which begins a line. */
function sumProducts(x: usize, dy: usize, scratch: usize, line: i32, count: i32): void {
  const inBytes = (<usize>inChannels) << 2;
  const outBytes = (<usize>outChannels) << 2;
  const inPitch = panelsPitch(inChannels);
  const outPitch = panelsPitch(outChannels);
  const zeros = scratch;
  const zeroBytes = (<usize>max(inChannels, outChannels)) << 2;
  const table = zeros + 2 * zeroBytes;
  const data = scratch + frontBytes();
  const filters = data + <usize>points * inPitch;
  const sums = filters + <usize>points * outPitch;
  memory.fill(zeros, 0, zeroBytes);
  startTiles(line);
  for (let done = 0; done < count; done += BLOCK_TILES) {
    const depth = min(count - done, BLOCK_TILES);
    for (let tile = 0; tile < depth; tile++) {
      const at = (<usize>tile) << 4;
      tileRows(table, points, x, inWidth, inBytes, -padLeft, zeros);
      transformData(points, table, inBytes, data + at, inPitch, PANEL_BYTES);
      for (let i = outputs; i < TRANSFORM_ROWS; i++) store<usize>(table + ((<usize>i) << 2), zeros);
      tileRows(table, outputs, dy, outWidth, outBytes, 0, zeros);
      const last = load<usize>(table + ((<usize>(outputs - 1)) << 2));
      transformFilter(points, table, last, false, outBytes, filters + at, outPitch, PANEL_BYTES);
      nextTile(outWidth);
    }
    for (let point = 0; point < points; point++) {
      const a = data + <usize>point * inPitch;
      let b = filters + <usize>point * outPitch;
      let c = sums + <usize>point * sumsPitch();
      for (let column = 0; column < outChannels; column += 8, b += 2 * PANEL_BYTES) {
        let panel = a;
        for (let row = 0; row < inChannels; row += 4, panel += PANEL_BYTES, c += 128) {
          multiplyTilePanels(panel, b, PANEL_BYTES, depth, c, done > 0);
        }
      }
    }
  }
}

/** Transforms the sums, which lie as [points][columns / 8][rows][8], to a gradient. */
function transformSums(scratch: usize, dw: usize): void {
  const rowBytes = (<usize>outChannels) << 2;
  const tapBytes = <usize>inChannels * rowBytes;
  const waste = scratch + ((<usize>max(inChannels, outChannels)) << 2);
  const table = waste + ((<usize>max(inChannels, outChannels)) << 2);
  const pitches = panelsPitch(inChannels) + panelsPitch(outChannels);
  const sums = scratch + frontBytes() + <usize>points * pitches;
  for (let row = 0; row < inChannels; row++, dw += rowBytes) {
    for (let tap = 0; tap < TRANSFORM_ROWS; tap++) {
      const to = tap < filterWidth ? dw + <usize>tap * tapBytes : waste;
      store<usize>(table + ((<usize>tap) << 2), to);
    }
    const last = dw + <usize>(filterWidth - 1) * tapBytes;
    for (let offset: usize = 0; offset < rowBytes; offset += 32) {
      const from = sums + offset * <usize>inChannels + ((<usize>row) << 5);
      transformOutput(points, from, sumsPitch(), true, 32, table, last, offset);
    }
  }
}
