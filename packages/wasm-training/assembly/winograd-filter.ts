// The filter of a Winograd convolution, transformed and packed as [points][panels][depth][4].

import { ADDRESS_BYTES, FLOAT_BYTES } from './bytes';
import { filterWidth, inChannels, outChannels } from './geometry';
import { TRANSFORM_ROWS, transformFilter } from './winograd-transforms';
import { points, SPREAD_BYTES } from './winograd-tiles';

/** Columns that `packFilter` transforms at a time: a cache line of the filter. */
const LINE_COLUMNS: i32 = 16;

/** Bytes from a point of the packed filter to the next. */
export function filterPitch(): usize {
  return <usize>(inChannels * outChannels) * FLOAT_BYTES + SPREAD_BYTES;
}

/** Bytes that `packFilter` and `packFlippedFilter` need besides. */
export function packingBytes(): usize {
  return <usize>TRANSFORM_ROWS * ADDRESS_BYTES + <usize>(4 * points * outChannels) * FLOAT_BYTES;
}

/** Packs a filter for a convolution: output channels are columns, input channels the depth. */
export function packFilter(w: usize, zeros: usize, scratch: usize, packed: usize): void {
  const rowBytes = (<usize>outChannels) << 2;
  const tapBytes = <usize>inChannels * rowBytes;
  const pitch = filterPitch();
  const panelBytes = (<usize>inChannels) << 4;
  for (let column = 0; column < outChannels; column += LINE_COLUMNS) {
    const bytes = (<usize>min(outChannels - column, LINE_COLUMNS)) << 2;
    let from = w + ((<usize>column) << 2);
    let to = packed + <usize>column * (panelBytes >> 2);
    for (let channel = 0; channel < inChannels; channel++, from += rowBytes, to += 16) {
      for (let tap = 0; tap < TRANSFORM_ROWS; tap++) {
        const row = tap < filterWidth ? from + <usize>tap * tapBytes : zeros;
        store<usize>(scratch + ((<usize>tap) << 2), row);
      }
      const last = from + <usize>(filterWidth - 1) * tapBytes;
      transformFilter(points, scratch, last, true, bytes, to, pitch, panelBytes);
    }
  }
}

/**
 * Packs a filter for the gradient of the input: input channels are columns, output channels the
 * depth, and the taps come in reverse.
 */
export function packFlippedFilter(w: usize, zeros: usize, scratch: usize, packed: usize): void {
  const rowBytes = (<usize>outChannels) << 2;
  const tapBytes = <usize>inChannels * rowBytes;
  const lines = scratch + (<usize>TRANSFORM_ROWS) * ADDRESS_BYTES;
  const channelBytes = <usize>points * rowBytes;
  const pitch = filterPitch();
  for (let channel = 0; channel < inChannels; channel++, w += rowBytes) {
    for (let tap = 0; tap < TRANSFORM_ROWS; tap++) {
      const row = tap < filterWidth ? w + <usize>(filterWidth - 1 - tap) * tapBytes : zeros;
      store<usize>(scratch + ((<usize>tap) << 2), row);
    }
    const line = lines + <usize>(channel & 3) * channelBytes;
    transformFilter(points, scratch, w, true, rowBytes, line, rowBytes, 16);
    if ((channel & 3) !== 3) continue;
    for (let point = 0; point < points; point++) {
      const from = lines + <usize>point * rowBytes;
      transposeFour(from, channelBytes, rowBytes, packed + <usize>point * pitch);
    }
    packed += rowBytes << 2;
  }
}

/** Writes four rows, `pitch` bytes apart, as columns of a panel of four. */
function transposeFour(from: usize, pitch: usize, bytes: usize, to: usize): void {
  const end = from + bytes;
  for (; from < end; from += 16, to += 64) {
    const row1 = from + pitch;
    const row2 = row1 + pitch;
    const a = v128.load(from);
    const b = v128.load(row1);
    const c = v128.load(row2);
    const d = v128.load(row2 + pitch);
    const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f64>(ab, cd, 0, 2));
    v128.store(to, v128.shuffle<f64>(ab, cd, 1, 3), 16);
    v128.store(to, v128.shuffle<f64>(abHigh, cdHigh, 0, 2), 32);
    v128.store(to, v128.shuffle<f64>(abHigh, cdHigh, 1, 3), 48);
  }
}
