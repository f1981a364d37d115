// The backward pass of a recurrence: the gradient of what every gate was given, from the last step
// to the first, and those of the recurrent kernel and of the bias, as sums over all steps.

import {
  gruBackward,
  gruGatesBackward,
  lstmBackward,
  simpleBackward,
} from './cells';
import { loadPart, storePart } from './parts';
import {
  activation,
  batch,
  frameOf,
  GRU,
  gate,
  hasCarry,
  isMasked,
  isSequence,
  kind,
  LSTM,
  multiplyState,
  multiplyStep,
  outputRows,
  panelBytes,
  rowsBytes,
  stateBytes,
  stepScratch,
  steps,
  units,
  width,
} from './recurrence';
import { recurrentWeights, recurrentWeightsScratch } from './recurrent-weights';
import { packTransposedPart } from './transposed-part';

/** Bytes of scratch that `recurrentBackward` needs. */
export function recurrentBackwardScratch(hasDropout: bool): usize {
  const dropped = hasDropout ? <usize>steps * stateBytes() : 0;
  const loop = stepScratch() + panelBytes(units, width) + stateBytes();
  return ((<usize>units) << 2) + dropped + max(loop, recurrentWeightsScratch());
}

/**
 * Operands are those of `recurrentForward`, which kept every step.
 *
 * @param dy The gradient of y.
 * @param dPre That of `pre`.
 * @param dRecurrent That of `recurrent`.
 * @param dBias That of `bias`, or 0.
 * @param dState That of the first state.
 * @param dCarry That of the first carry, for an LSTM.
 */
export function recurrentBackward(
  recurrent: usize,
  state: usize,
  carry: usize,
  mask: usize,
  dropout: usize,
  dy: usize,
  kept: usize,
  states: usize,
  others: usize,
  dPre: usize,
  dRecurrent: usize,
  dBias: usize,
  dState: usize,
  dCarry: usize,
  scratch: usize,
): void {
  const rowBytes = (<usize>width) << 2;
  const unitBytes = (<usize>units) << 2;
  const allStates = stateBytes();
  const framePitch = <usize>steps * rowBytes;
  const zeros = scratch;
  const dropped = zeros + unitBytes;
  const work = dropped + (dropout === 0 ? 0 : <usize>steps * allStates);
  const packed = work + stepScratch();
  const products = packed + panelBytes(units, width);
  memory.fill(zeros, 0, unitBytes);
  memory.fill(dState, 0, allStates);
  if (kind === LSTM) memory.fill(dCarry, 0, allStates);

  // The states that each step saw.
  let seen = states - allStates;
  if (dropout !== 0) {
    for (let step = 0; step < steps; step++) {
      const before = step > 0 ? states + <usize>(step - 1) * allStates : state;
      if (before !== 0) multiplyState(before, dropout, dropped + <usize>step * allStates);
    }
    seen = dropped;
  }
  const first = state === 0 || dropout === 0 ? state : dropped;

  // Of a GRU, the gates that see the state lie first, and then the candidate.
  const gates = kind === GRU ? 2 * units : width;
  const packedCandidate = packed + panelBytes(units, gates);
  packTransposedPart(recurrent, rowBytes, units, gates, packed);
  if (kind === GRU) {
    packTransposedPart(recurrent + 2 * unitBytes, rowBytes, units, units, packedCandidate);
  }

  for (let step = steps - 1; step >= 0; step--) {
    const frame = frameOf(step);
    const keptRows = kept + <usize>step * rowsBytes();
    const stepOffset = <usize>step * allStates;
    const before = step > 0 ? seen + stepOffset : first;
    const dRows = dPre + <usize>frame * rowBytes;
    addOutputGradient(dy, step, dState, dCarry);
    for (let example = 0; example < batch; example++) {
      const row = <usize>example * rowBytes;
      const unit = <usize>example * unitBytes;
      const to = dRows + <usize>example * framePitch;
      const dh = dState + unit;
      if (isMasked(mask, example, frame)) {
        memory.fill(to, 0, rowBytes);
      } else if (kind === LSTM) {
        const c = others + stepOffset + unit;
        const previous = step > 0 ? c - allStates : carry === 0 ? 0 : carry + unit;
        lstmBackward(
          units,
          activation,
          gate,
          keptRows + row,
          previous,
          c,
          dh,
          dCarry + unit,
          to,
        );
      } else if (kind === GRU) {
        const last = before === 0 ? 0 : before + unit;
        gruBackward(units, activation, gate, keptRows + row, last, dh, to);
      } else {
        simpleBackward(units, activation, keptRows + row, dh, to);
      }
    }
    if (kind === GRU) {
      multiplyStep(
        dRows + 2 * unitBytes,
        framePitch,
        units,
        packedCandidate,
        units,
        products,
        unitBytes,
        work,
      );
      for (let example = 0; example < batch; example++) {
        if (isMasked(mask, example, frame)) continue;
        const unit = <usize>example * unitBytes;
        gruGatesBackward(
          units,
          gate,
          keptRows + <usize>example * rowBytes,
          before === 0 ? 0 : before + unit,
          products + unit,
          dState + unit,
          dRows + <usize>example * framePitch,
        );
      }
    }
    // Nobody asks for the gradient of a state that is not there.
    if (before === 0) continue;
    multiplyStep(dRows, framePitch, gates, packed, units, products, unitBytes, work);
    for (let example = 0; example < batch; example++) {
      if (isMasked(mask, example, frame)) continue;
      const unit = <usize>example * unitBytes;
      stateGradient(products + unit, dropout === 0 ? 0 : dropout + unit, dState + unit);
    }
  }

  recurrentWeights(seen, first === 0 ? zeros : first, first !== 0, others, dPre, dRecurrent, work);
  if (dBias !== 0) sumRows(dPre, dBias);
}

/** Adds what the gradient of the output has for the state, and the carry, after a step. */
function addOutputGradient(dy: usize, step: i32, dState: usize, dCarry: usize): void {
  const unitBytes = (<usize>units) << 2;
  const isLast = step === steps - 1;
  if (!isSequence && !isLast) return;
  const pitch = <usize>outputRows() * unitBytes;
  const row = dy + (isSequence ? <usize>step * unitBytes : 0);
  for (let example = 0; example < batch; example++) {
    const from = row + <usize>example * pitch;
    const unit = <usize>example * unitBytes;
    addRow(from, dState + unit, units);
    if (hasCarry && isLast) addRow(from + unitBytes, dCarry + unit, units);
  }
}

/** y += x */
function addRow(x: usize, y: usize, size: i32): void {
  for (let j = 0, at: usize = 0; j < size; j += 4, at += 16) {
    const left = size - j;
    storePart(y + at, f32x4.add(loadPart(y + at, left), loadPart(x + at, left)), left);
  }
}

/** The gradient of a state: that through its product, and for a GRU that which passes it by. */
function stateGradient(product: usize, dropout: usize, dh: usize): void {
  for (let j = 0, at: usize = 0; j < units; j += 4, at += 16) {
    const left = units - j;
    let value = loadPart(product + at, left);
    if (kind === GRU) value = f32x4.add(value, loadPart(dh + at, left));
    if (dropout !== 0) value = f32x4.mul(value, loadPart(dropout + at, left));
    storePart(dh + at, value, left);
  }
}

/** The sum of the rows of dPre. */
function sumRows(dPre: usize, dBias: usize): void {
  memory.fill(dBias, 0, (<usize>width) << 2);
  for (let row = 0; row < batch * steps; row++) {
    addRow(dPre + ((<usize>row * <usize>width) << 2), dBias, width);
  }
}
