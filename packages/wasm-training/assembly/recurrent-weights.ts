// The gradients of both kernels of a recurrence, a block of steps at a time: the gradients of a block's
// gates are still in the cache.

import { ADDRESS_BYTES } from './bytes';
import { packColumnsByEight } from './pack';
import {
  BLOCK_DEPTH,
  BLOCK_N,
  multiplyTransposedBlock,
  packedBytesA,
  packedBytesB,
} from './products';
import {
  batch,
  features,
  frameAt,
  GRU,
  kind,
  sequenceBytes,
  stateBytes,
  steps,
  units,
  width,
} from './recurrence';
import { TILE_BYTES } from './tile';

/** Steps whose frames are multiplied together. */
export function stepsOfBlock(): i32 {
  return min(steps, max(1, BLOCK_DEPTH / batch));
}

/** Bytes of scratch that `weightGradients` needs. */
export function weightGradientsScratch(): usize {
  const tables = 3 * <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  return (
    TILE_BYTES +
    tables +
    ((<usize>units) << 2) +
    packedBytesB(width) +
    packedBytesA(max(units, features))
  );
}

/**
 * Adds what steps [start, end) have to the gradients: rows of what they were given, transposed, times
 * the gradients of their gates.
 *
 * @param seen The states that the steps saw, [steps, batch, units]; the first step's is not read.
 * @param first What the first step saw, [batch, units], or 0 where it is zeros.
 * @param passed What a GRU's reset gate let through, [steps, batch, units].
 * @param dGates [end − start, batch, width]
 */
export function weightGradients(
  x: usize,
  seen: usize,
  first: usize,
  passed: usize,
  start: i32,
  end: i32,
  dGates: usize,
  dKernel: usize,
  dRecurrent: usize,
  scratch: usize,
): void {
  const rowBytes = (<usize>width) << 2;
  const unitBytes = (<usize>units) << 2;
  const inputs = scratch + TILE_BYTES;
  const states = inputs + <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  const resets = states + <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  const zeros = resets + <usize>BLOCK_DEPTH * ADDRESS_BYTES;
  const packedB = zeros + unitBytes;
  const packing = packedB + packedBytesB(width);
  memory.fill(zeros, 0, unitBytes);
  const total = (end - start) * batch;
  for (let row = 0; row < total; row += BLOCK_DEPTH) {
    const rows = min(total - row, BLOCK_DEPTH);
    for (let i = 0; i < rows; i++) {
      const step = start + (row + i) / batch;
      const example = <usize>((row + i) % batch);
      const unit = example * unitBytes;
      const stepOffset = <usize>step * stateBytes();
      const at = (<usize>i) << 2;
      const before = step > 0 ? seen + stepOffset + unit : first === 0 ? zeros : first + unit;
      store<usize>(inputs + at, frameAt(x, step) + example * sequenceBytes());
      store<usize>(states + at, before);
      store<usize>(resets + at, passed + stepOffset + unit);
    }
    const dRows = dGates + <usize>row * rowBytes;
    for (let n = 0; n < width; n += BLOCK_N) {
      const columns = min(width - n, BLOCK_N);
      packColumnsByEight(dRows, rowBytes, rows, n, columns, packedB);
      add(inputs, features, packedB, columns, rows, dKernel + ((<usize>n) << 2), packing, scratch);
      if (kind !== GRU) {
        const to = dRecurrent + ((<usize>n) << 2);
        add(states, units, packedB, columns, rows, to, packing, scratch);
      }
    }
    if (kind === GRU) {
      const to = dRecurrent;
      addPart(states, 0, 2 * units, dRows, rows, to, packedB, packing, scratch);
      addPart(resets, 2 * units, units, dRows, rows, to, packedB, packing, scratch);
    }
  }
}

/** Adds the product with `columns` columns of the gates from `first` on, a block at a time. */
function addPart(
  table: usize,
  first: i32,
  columns: i32,
  dRows: usize,
  rows: i32,
  c: usize,
  packedB: usize,
  packing: usize,
  tile: usize,
): void {
  for (let n = first; n < first + columns; n += BLOCK_N) {
    const count = min(first + columns - n, BLOCK_N);
    packColumnsByEight(dRows, (<usize>width) << 2, rows, n, count, packedB);
    add(table, units, packedB, count, rows, c + ((<usize>n) << 2), packing, tile);
  }
}

/** Adds one block of a product of rows of `values` floats to C, whose rows are those of all gates. */
function add(
  table: usize,
  values: i32,
  packedB: usize,
  columns: i32,
  rows: i32,
  c: usize,
  packing: usize,
  tile: usize,
): void {
  const pitch = (<usize>width) << 2;
  multiplyTransposedBlock(table, 0, values, packedB, columns, rows, c, pitch, true, packing, tile);
}
