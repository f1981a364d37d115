// The gradient of a convolution with respect to its filter: a sum over positions. They fall into
// parts by their number alone. Threads take parts, and `addParts` adds their gradients in order.

import { ADDRESS_BYTES, FLOAT_BYTES } from './bytes';
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
import {
  BLOCK_DEPTH,
  BLOCK_N,
  multiplyTransposedBlock,
  packedBytesA,
  packedBytesB,
} from './products';
import { TILE_BYTES } from './tile';

/** Parts of a gradient at most. */
const MAX_PARTS: i32 = 4;
/** Parts hold a multiple of this many positions. */
const PART_POSITIONS: i32 = 32;

/**
 * How many parts a sum over `units` comes in. Each part costs, so that more must be larger: two need
 * four times `smallest` units, four need sixteen times as many.
 */
export function partsOf(units: i32, smallest: i32): i32 {
  let parts = MAX_PARTS;
  while (parts > 1 && units < parts * parts * smallest) parts >>= 1;
  return parts;
}

/** How many parts `filterGradient` computes, one behind the other. */
export function filterGradientParts(): i32 {
  return partsOf(batch * outHeight * outWidth, PART_POSITIONS);
}

/** Adds `parts` gradients of `size` floats, one behind the other, in order. */
export function addParts(from: usize, parts: i32, size: i32, to: usize): void {
  const bytes = (<usize>size) << 2;
  const vectors = bytes & ~15;
  for (let at: usize = 0; at < vectors; at += 16) {
    let sum = v128.load(from + at);
    for (let part = 1; part < parts; part++) {
      sum = f32x4.add(sum, v128.load(from + <usize>part * bytes + at));
    }
    v128.store(to + at, sum);
  }
  for (let at = vectors; at < bytes; at += 4) {
    let sum = load<f32>(from + at);
    for (let part = 1; part < parts; part++) sum += load<f32>(from + <usize>part * bytes + at);
    store<f32>(to + at, sum);
  }
}

/** Bytes of scratch that `filterGradient` needs. */
export function filterGradientScratch(): usize {
  const patches = hasPatches() ? patchBytes() * BLOCK_DEPTH : 0;
  const packedA = packedBytesA(hasPatches() ? <i32>(patchBytes() / FLOAT_BYTES) : inChannels);
  return (
    <usize>inChannels * FLOAT_BYTES +
    TILE_BYTES +
    <usize>BLOCK_DEPTH * ADDRESS_BYTES +
    packedBytesB(outChannels) +
    packedA +
    patches
  );
}

/**
 * dw[tap][in][out] = Σ over output positions of x[position of the tap][in] · dy[position][out], for
 * parts [start, end) of the positions.
 *
 * @param x [batch, inHeight, inWidth, inChannels]
 * @param dy [batch, outHeight, outWidth, outChannels]
 * @param dw [parts, filterHeight, filterWidth, inChannels, outChannels]
 */
export function filterGradient(
  x: usize,
  dy: usize,
  dw: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const parts = filterGradientParts();
  const positions = batch * outHeight * outWidth;
  const bytes = <usize>(filterHeight * filterWidth * inChannels * outChannels) * FLOAT_BYTES;
  if (positions === 0) memory.fill(dw, 0, bytes);
  const steps = (positions + PART_POSITIONS - 1) / PART_POSITIONS;
  for (let part = start; part < end; part++) {
    const first = ((part * steps) / parts) * PART_POSITIONS;
    const last = min((((part + 1) * steps) / parts) * PART_POSITIONS, positions);
    sumPositions(x, dy, dw + <usize>part * bytes, scratch, first, last);
  }
}

/** `filterGradient` of positions [start, end) alone. */
function sumPositions(
  x: usize,
  dy: usize,
  dw: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const taps = filterHeight * filterWidth;
  const pixelBytes = (<usize>inChannels) << 2;
  const pitch = (<usize>outChannels) << 2;
  const zeros = scratch;
  const tile = zeros + pixelBytes;
  const table = tile + TILE_BYTES;
  const packedB = table + <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  const packing = packedB + packedBytesB(outChannels);
  const patches =
    packing + packedBytesA(hasPatches() ? <i32>(patchBytes() / FLOAT_BYTES) : inChannels);
  memory.fill(zeros, 0, pixelBytes);
  for (let first = start; first < end; first += BLOCK_DEPTH) {
    const depth = min(end - first, BLOCK_DEPTH);
    const accumulate = first > start;
    for (let n0 = 0; n0 < outChannels; n0 += BLOCK_N) {
      const columns = min(outChannels - n0, BLOCK_N);
      packColumnsByEight(dy + <usize>first * pitch, pitch, depth, n0, columns, packedB);
      let at = dw + ((<usize>n0) << 2);
      if (hasPatches()) {
        gatherPatches(table, x, zeros, first, depth, patches);
        multiplyTransposedBlock(
          table,
          0,
          taps * inChannels,
          packedB,
          columns,
          depth,
          at,
          pitch,
          accumulate,
          packing,
          tile,
        );
        continue;
      }
      for (let tap = 0; tap < taps; tap++, at += <usize>inChannels * pitch) {
        tapRows(table, x, zeros, tap, first, depth);
        multiplyTransposedBlock(
          table,
          0,
          inChannels,
          packedB,
          columns,
          depth,
          at,
          pitch,
          accumulate,
          packing,
          tile,
        );
      }
    }
  }
}
