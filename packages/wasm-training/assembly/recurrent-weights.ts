// The gradient of a recurrent kernel, as one product over the frames of all examples.

import { ADDRESS_BYTES } from './bytes';
import { packColumnsByEight } from './pack';
import {
  BLOCK_DEPTH,
  BLOCK_N,
  multiplyTransposedBlock,
  packedBytesA,
  packedBytesB,
} from './products';
import { batch, frameOf, GRU, kind, stateBytes, steps, units, width } from './recurrence';
import { TILE_BYTES } from './tile';

/** Bytes of scratch that `recurrentWeights` needs. */
export function recurrentWeightsScratch(): usize {
  const table = <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  return TILE_BYTES + table + packedBytesB(width) + packedBytesA(units);
}

/**
 * dRecurrent = Σ over frames of the state that a step saw, transposed, times dPre.
 *
 * @param seen What the steps saw, [steps, batch, units]; the first step's is not read.
 * @param first What the first step saw, [batch, units]; or a row of zeros.
 * @param hasFirst Whether `first` has a row for each example.
 * @param passed What a GRU's reset gate let through, [steps, batch, units].
 */
export function recurrentWeights(
  seen: usize,
  first: usize,
  hasFirst: bool,
  passed: usize,
  dPre: usize,
  dRecurrent: usize,
  scratch: usize,
): void {
  if (kind === GRU) {
    product(seen, first, hasFirst, 0, 2 * units, dPre, dRecurrent, scratch);
    product(passed, passed, true, 2 * units, units, dPre, dRecurrent, scratch);
  } else {
    product(seen, first, hasFirst, 0, width, dPre, dRecurrent, scratch);
  }
}

function product(
  seen: usize,
  first: usize,
  hasFirst: bool,
  column: i32,
  columns: i32,
  dPre: usize,
  dRecurrent: usize,
  scratch: usize,
): void {
  const rowBytes = (<usize>width) << 2;
  const unitBytes = (<usize>units) << 2;
  const table = scratch + TILE_BYTES;
  const packedB = table + <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  const packing = packedB + packedBytesB(width);
  const total = batch * steps;
  for (let start = 0; start < total; start += BLOCK_DEPTH) {
    const rows = min(total - start, BLOCK_DEPTH);
    for (let i = 0; i < rows; i++) {
      const example = (start + i) / steps;
      const step = frameOf((start + i) % steps);
      const unit = <usize>example * unitBytes;
      const before = step > 0 ? seen + <usize>step * stateBytes() + unit : first + (hasFirst ? unit : 0);
      store<usize>(table + ((<usize>i) << 2), before);
    }
    for (let n = 0; n < columns; n += BLOCK_N) {
      const count = min(columns - n, BLOCK_N);
      packColumnsByEight(
        dPre + <usize>start * rowBytes,
        rowBytes,
        rows,
        column + n,
        count,
        packedB,
      );
      const at = dRecurrent + ((<usize>(column + n)) << 2);
      multiplyTransposedBlock(
        table,
        0,
        units,
        packedB,
        count,
        rows,
        at,
        rowBytes,
        start > 0,
        packing,
        scratch,
      );
    }
  }
}
