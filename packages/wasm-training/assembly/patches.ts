// A patch is what all taps read for one output position, side by side (im2col). With one to three
// channels, a tap alone would leave most of a tile empty.

import {
  dilationX,
  dilationY,
  filterHeight,
  filterWidth,
  inChannels,
  inHeight,
  inWidth,
  outHeight,
  outWidth,
  padLeft,
  padTop,
  strideX,
  strideY,
} from './geometry';
import { inputRows } from './rows';
import { TILE_ROWS } from './tile';

/** Whether the taps of the current convolution are better read as patches. */
export function hasPatches(): bool {
  return inChannels < TILE_ROWS && filterHeight * filterWidth > 1;
}

/** Bytes of a patch. */
export function patchBytes(): usize {
  return (<usize>(filterHeight * filterWidth * inChannels)) << 2;
}

/** The addresses of the pixels that a tap reads for `count` output positions from `first` on. */
export function tapRows(
  table: usize,
  x: usize,
  zeros: usize,
  tap: i32,
  first: i32,
  count: i32,
): void {
  inputRows(
    table,
    x,
    zeros,
    (<usize>inChannels) << 2,
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

/**
 * Copies the patches of `count` output positions from `first` on.
 *
 * @param table Receives the address of each patch.
 * @param patches [count][taps][channels].
 */
export function gatherPatches(
  table: usize,
  x: usize,
  zeros: usize,
  first: i32,
  count: i32,
  patches: usize,
): void {
  const bytes = patchBytes();
  const pixelBytes = (<usize>inChannels) << 2;
  for (let tap = 0; tap < filterHeight * filterWidth; tap++) {
    tapRows(table, x, zeros, tap, first, count);
    let to = patches + <usize>tap * pixelBytes;
    for (let i = 0; i < count; i++, to += bytes) {
      const from = load<usize>(table + ((<usize>i) << 2));
      for (let at: usize = 0; at < pixelBytes; at += 4) store<f32>(to + at, load<f32>(from + at));
    }
  }
  for (let i = 0; i < count; i++) {
    store<usize>(table + ((<usize>i) << 2), patches + <usize>i * bytes);
  }
}
