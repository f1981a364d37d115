// The forward pass of a recurrence. A step's frames are multiplied right before they are used, so that
// the gates of a step stay in the cache.

import { gruForward, gruGatesForward, lstmForward, simpleForward } from './cells';
import { packColumnsByEight } from './pack';
import {
  activation,
  batch,
  features,
  frameAt,
  GRU,
  gate,
  hasCarry,
  isMasked,
  isSequence,
  keeps,
  kind,
  LSTM,
  multiplyState,
  multiplyStep,
  outputRows,
  panelBytes,
  rowsBytes,
  sequenceBytes,
  stateBytes,
  stepScratch,
  steps,
  units,
  width,
} from './recurrence';

/** Columns of the recurrent kernel that are multiplied with the state before. */
function firstColumns(): i32 {
  return kind === GRU ? 2 * units : width;
}

/** Bytes of scratch that `recurrentForward` needs. */
export function recurrentForwardScratch(): usize {
  const panels =
    panelBytes(width, features) + panelBytes(firstColumns(), units) + panelBytes(units, units);
  return stepScratch() + panels + rowsBytes() + stateBytes();
}

/**
 * @param x [batch, steps, features]
 * @param kernel [features, width]
 * @param recurrent [units, width]
 * @param bias [width], or 0.
 * @param state The first state, [batch, units], or 0 where it is zeros.
 * @param carry The first carry of an LSTM, alike.
 * @param mask [batch, steps]: 0 where the state stays; or 0.
 * @param dropout What the state is multiplied by before each step, [batch, units], or 0.
 * @param y States, of all steps or the last, and the last carry if asked for: [batch, rows, units].
 * @param kept What is kept of the gates, [steps, batch, width]; without `keeps` [1, batch, width].
 * @param states The states, [steps, batch, units], or [1, batch, units].
 * @param others Like the states: the carries of an LSTM; of a GRU, what its reset gate let through.
 */
export function recurrentForward(
  x: usize,
  kernel: usize,
  recurrent: usize,
  bias: usize,
  state: usize,
  carry: usize,
  mask: usize,
  dropout: usize,
  y: usize,
  kept: usize,
  states: usize,
  others: usize,
  scratch: usize,
): void {
  const rowBytes = (<usize>width) << 2;
  const unitBytes = (<usize>units) << 2;
  const allStates = stateBytes();
  const keptStep = keeps ? rowsBytes() : 0;
  const stateStep = keeps ? allStates : 0;
  const packedKernel = scratch + stepScratch();
  const packed = packedKernel + panelBytes(width, features);
  const packedCandidate = packed + panelBytes(firstColumns(), units);
  const products = packedCandidate + panelBytes(units, units);
  const dropped = products + rowsBytes();
  packColumnsByEight(kernel, rowBytes, features, 0, width, packedKernel);
  packColumnsByEight(recurrent, rowBytes, units, 0, firstColumns(), packed);
  if (kind === GRU) {
    packColumnsByEight(recurrent, rowBytes, units, 2 * units, units, packedCandidate);
  }

  let before = state;
  let carryBefore = carry;
  for (let step = 0; step < steps; step++) {
    const frames = frameAt(x, step);
    multiplyStep(
      frames,
      sequenceBytes(),
      features,
      packedKernel,
      width,
      kept,
      rowBytes,
      scratch,
    );
    let seen = before;
    if (dropout !== 0 && before !== 0) {
      multiplyState(before, dropout, dropped);
      seen = dropped;
    }
    const hasBefore = seen !== 0;
    if (hasBefore) {
      multiplyStep(seen, unitBytes, units, packed, firstColumns(), products, rowBytes, scratch);
    }
    if (kind === GRU) {
      for (let example = 0; example < batch; example++) {
        const row = <usize>example * rowBytes;
        const unit = <usize>example * unitBytes;
        gruGatesForward(
          units,
          gate,
          hasBefore ? products + row : 0,
          bias,
          kept + row,
          hasBefore ? seen + unit : 0,
          others + unit,
        );
      }
      if (hasBefore) {
        const to = products + 2 * unitBytes;
        multiplyStep(others, unitBytes, units, packedCandidate, units, to, rowBytes, scratch);
      }
    }
    for (let example = 0; example < batch; example++) {
      const row = <usize>example * rowBytes;
      const unit = <usize>example * unitBytes;
      const h = states + unit;
      if (isMasked(mask, example, step)) {
        stay(before, unit, h, unitBytes);
        if (kind === LSTM) stay(carryBefore, unit, others + unit, unitBytes);
        continue;
      }
      const product = hasBefore ? products + row : 0;
      const last = hasBefore ? seen + unit : 0;
      if (kind === LSTM) {
        const c = carryBefore === 0 ? 0 : carryBefore + unit;
        lstmForward(units, activation, gate, product, bias, kept + row, c, others + unit, h);
      } else if (kind === GRU) {
        gruForward(units, activation, gate, product, bias, kept + row, last, h);
      } else {
        simpleForward(units, activation, product, bias, kept + row, h);
      }
    }
    emit(y, step, states, others);
    before = states;
    carryBefore = others;
    kept += keptStep;
    states += stateStep;
    others += stateStep;
  }
}

/** A state that a mask keeps: zeros where there was none. */
function stay(before: usize, unit: usize, to: usize, bytes: usize): void {
  if (before === 0) memory.fill(to, 0, bytes);
  else memory.copy(to, before + unit, bytes);
}

/** Writes what the output has of a step. */
function emit(y: usize, step: i32, states: usize, others: usize): void {
  const unitBytes = (<usize>units) << 2;
  const isLast = step === steps - 1;
  if (!isSequence && !isLast) return;
  const pitch = <usize>outputRows() * unitBytes;
  const row = isSequence ? <usize>step * unitBytes : 0;
  for (let example = 0; example < batch; example++, y += pitch) {
    const unit = <usize>example * unitBytes;
    memory.copy(y + row, states + unit, unitBytes);
    if (hasCarry && isLast) memory.copy(y + row + unitBytes, others + unit, unitBytes);
  }
}
