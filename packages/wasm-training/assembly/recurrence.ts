// Sizes of a recurrence, and the products of its steps. The module is told the sizes first.

import { ADDRESS_BYTES, FLOAT_BYTES } from './bytes';
import { multiplyGathered } from './products';
import { B_ROW_BYTES, TILE_BYTES, TILE_COLUMNS, TILE_ROWS } from './tile';

/** Kinds of cells, beside the simple one. */
export const LSTM: i32 = 1;
export const GRU: i32 = 2;

export let kind: i32 = 0;
export let batch: i32 = 0;
export let steps: i32 = 0;
export let features: i32 = 0;
export let units: i32 = 0;
/** Floats of a row of all gates. */
export let width: i32 = 0;
export let activation: i32 = 0;
/** The activation of the gates. */
export let gate: i32 = 0;
/** Whether the last frame comes first. */
let isReversed: bool = false;
/** Whether what the backward pass needs is kept of every step, or of the last alone. */
export let keeps: bool = false;
/** Whether the output has the states of all steps, or the last. */
export let isSequence: bool = false;
/** Whether the output has the last carry, behind the states. */
export let hasCarry: bool = false;

/** Sets what the names above say. */
export function setRecurrence(
  newKind: i32,
  newBatch: i32,
  newSteps: i32,
  newFeatures: i32,
  newUnits: i32,
  newActivation: i32,
  newGate: i32,
  newIsReversed: bool,
  newKeeps: bool,
  newIsSequence: bool,
  newHasCarry: bool,
): void {
  kind = newKind;
  batch = newBatch;
  steps = newSteps;
  features = newFeatures;
  units = newUnits;
  width = newUnits * (newKind === LSTM ? 4 : newKind === GRU ? 3 : 1);
  activation = newActivation;
  gate = newGate;
  isReversed = newIsReversed;
  keeps = newKeeps;
  isSequence = newIsSequence;
  hasCarry = newHasCarry;
}

/** The frame that a step reads. */
@inline
function frameOf(step: i32): i32 {
  return isReversed ? steps - 1 - step : step;
}

/** Bytes of a state of the whole batch. */
@inline
export function stateBytes(): usize {
  return (<usize>(batch * units)) << 2;
}

/** Rows of the output of one example. */
@inline
export function outputRows(): i32 {
  return (isSequence ? steps : 1) + (hasCarry ? 1 : 0);
}

/** Where a step's frame of the first example begins; the next example is `sequenceBytes` on. */
@inline
export function frameAt(x: usize, step: i32): usize {
  return x + ((<usize>(frameOf(step) * features)) << 2);
}

/** Bytes of all frames of an example. */
@inline
export function sequenceBytes(): usize {
  return (<usize>(steps * features)) << 2;
}

/** Whether an example's frame is masked: its state stays. */
@inline
export function isMasked(mask: usize, example: i32, step: i32): bool {
  const frame = frameOf(step);
  return mask !== 0 && load<f32>(mask + ((<usize>(example * steps + frame)) << 2)) === 0;
}

/** Rows of a product: the batch, up to whole tiles. */
function tileRows(): i32 {
  return (batch + TILE_ROWS - 1) & -TILE_ROWS;
}

/** Bytes of scratch that `multiplyStep` needs. */
export function stepScratch(): usize {
  return TILE_BYTES + 2 * <usize>tileRows() * ADDRESS_BYTES;
}

/** Bytes of packed panels of `columns` columns of `depth` rows. */
export function panelBytes(columns: i32, depth: i32): usize {
  return <usize>((columns + TILE_COLUMNS - 1) / TILE_COLUMNS) * <usize>depth * B_ROW_BYTES;
}

/** Bytes of a row of all gates of every example. */
export function rowsBytes(): usize {
  return <usize>(batch * width) * FLOAT_BYTES;
}

/**
 * C = A·B for a row of each example.
 *
 * @param a The first row; the next is `aPitch` bytes on.
 * @param packed The panels of B.
 * @param scratch Room for `stepScratch`.
 */
export function multiplyStep(
  a: usize,
  aPitch: usize,
  depth: i32,
  packed: usize,
  columns: i32,
  c: usize,
  cPitch: usize,
  scratch: usize,
): void {
  const rows = tileRows();
  const sources = scratch + TILE_BYTES;
  const targets = sources + <usize>rows * ADDRESS_BYTES;
  for (let i = 0; i < rows; i++) {
    const row = <usize>min(i, batch - 1);
    const at = (<usize>i) << 2;
    store<usize>(sources + at, a + row * aPitch);
    store<usize>(targets + at, c + row * cPitch);
  }
  multiplyGathered(sources, 0, 1, targets, rows, depth, packed, columns, 0, scratch);
}

/** y = a·b of every value of a state. */
export function multiplyState(a: usize, b: usize, y: usize): void {
  const end = stateBytes();
  for (let at: usize = 0; at < end; at += 4) {
    store<f32>(y + at, load<f32>(a + at) * load<f32>(b + at));
  }
}
