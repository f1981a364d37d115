// The tiles of a Winograd convolution along the width. A line is a row of an image. With dilation d
// it falls into d phases, every d-th pixel each, and a phase into tiles of consecutive pixels. The
// place of a tile depends on its line alone, so that ranges of lines have the same tiles.

import { dilationX, filterWidth } from './geometry';
import { TRANSFORM_ROWS } from './winograd-transforms';

/**
 * Bytes between the blocks of two points. Blocks a power of two apart would share sets of a cache.
 */
export const SPREAD_BYTES: usize = 64;

/** Points of the transforms: 6 or 10. */
export let points: i32 = 0;
/** Outputs of a tile. */
export let outputs: i32 = 0;
export let tilesPerLine: i32 = 0;

/** Of the tile that comes next. */
let line: i32 = 0;
let phase: i32 = 0;
let start: i32 = 0;

/** Tiles of `size` outputs that a line of `width` outputs has. */
function tilesOfLine(width: i32, size: i32): i32 {
  let tiles = 0;
  for (let q = 0; q < min(dilationX, width); q++) {
    const pixels = (width - q + dilationX - 1) / dilationX;
    tiles += (pixels + size - 1) / size;
  }
  return tiles;
}

/** Chooses the transforms with the fewest products for lines of `width` outputs. */
export function chooseTransforms(width: i32): void {
  points = 10;
  outputs = 11 - filterWidth;
  tilesPerLine = tilesOfLine(width, outputs);
  if (filterWidth !== 3) return;
  const tiles = tilesOfLine(width, 4);
  if (tiles * 6 > tilesPerLine * 10) return;
  points = 6;
  outputs = 4;
  tilesPerLine = tiles;
}

/** Begins at the first tile of a line. */
export function startTiles(ofLine: i32): void {
  line = ofLine;
  phase = 0;
  start = 0;
}

/** Goes on to the next tile of lines of `width` outputs. */
export function nextTile(width: i32): void {
  start += dilationX * outputs;
  if (start < width) return;
  phase++;
  if (phase === min(dilationX, width)) {
    phase = 0;
    line++;
  }
  start = phase;
}

/**
 * The addresses of `count` pixels of the tile that comes next.
 *
 * @param shift Pixels from an output to the first that the filter reads there.
 * @param outside The address that stands for pixels outside of a line.
 */
export function tileRows(
  table: usize,
  count: i32,
  from: usize,
  width: i32,
  pixelBytes: usize,
  shift: i32,
  outside: usize,
): void {
  let x = start + shift;
  for (let i = 0; i < count; i++, x += dilationX, table += 4) {
    const isInside = x >= 0 && x < width;
    store<usize>(table, isInside ? from + <usize>(line * width + x) * pixelBytes : outside);
  }
}

/** The addresses of a tile's outputs: TRANSFORM_ROWS of them, and then that of the last output. */
export function outputRows(
  table: usize,
  to: usize,
  width: i32,
  pixelBytes: usize,
  outside: usize,
): void {
  tileRows(table, outputs, to, width, pixelBytes, 0, outside);
  for (let i = outputs; i < TRANSFORM_ROWS; i++) store<usize>(table + ((<usize>i) << 2), outside);
  store<usize>(
    table + ((<usize>TRANSFORM_ROWS) << 2),
    load<usize>(table + ((<usize>(outputs - 1)) << 2)),
  );
}
