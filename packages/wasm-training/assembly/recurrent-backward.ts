// The backward pass of a recurrence: the gradient of what every gate was given, from the last step
// to the first, and those of the recurrent kernel and of the bias, as sums over all steps.

import {
  gruBackward,
  gruGatesBackward,
  lstmBackward,
  simpleBackward,
} from './cells';
import { loadPart, storePart } from './partial-vectors';
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
import { stepsOfBlock, weightGradients, weightGradientsScratch } from './recurrent-weights';
import { packTransposedPart } from './transposed-part';

/** Bytes of scratch that `recurrentBackward` needs. */
export function recurrentBackwardScratch(hasDropout: bool): usize {
  return (
    stepScratch() +
    panelBytes(units, width) +
    stateBytes() * <usize>(1 + (hasDropout ? steps : 0)) +
    weightGradientsScratch()
  );
}

/**
 * Operands are those of `recurrentForward`, which kept every step. What it kept of the gates turns
 * into the gradients of what they were given.
 *
 * @param dy The gradient of y.
 * @param dKernel That of the kernel.
 * @param dRecurrent That of the recurrent kernel.
 * @param dBias That of the bias, or 0.
 * @param dState That of the first state.
 * @param dCarry That of the first carry, for an LSTM.
 */
export function recurrentBackward(
  x: usize,
  recurrent: usize,
  state: usize,
  carry: usize,
  mask: usize,
  dropout: usize,
  dy: usize,
  kept: usize,
  states: usize,
  others: usize,
  dKernel: usize,
  dRecurrent: usize,
  dBias: usize,
  dState: usize,
  dCarry: usize,
  scratch: usize,
): void {
  const rowBytes = (<usize>width) << 2;
  const unitBytes = (<usize>units) << 2;
  const allStates = stateBytes();
  const packed = scratch + stepScratch();
  const products = packed + panelBytes(units, width);
  const dropped = products + allStates;
  const work = dropped + (dropout === 0 ? 0 : <usize>steps * allStates);
  memory.fill(dKernel, 0, <usize>features * rowBytes);
  memory.fill(dRecurrent, 0, <usize>units * rowBytes);
  if (dBias !== 0) memory.fill(dBias, 0, rowBytes);
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
    const stepOffset = <usize>step * allStates;
    const before = step > 0 ? seen + stepOffset : first;
    const dRows = kept + <usize>step * rowsBytes();
    addOutputGradient(dy, step, dState, dCarry);
    for (let example = 0; example < batch; example++) {
      const unit = <usize>example * unitBytes;
      const row = dRows + <usize>example * rowBytes;
      const dh = dState + unit;
      if (isMasked(mask, example, step)) {
        memory.fill(row, 0, rowBytes);
      } else if (kind === LSTM) {
        const c = others + stepOffset + unit;
        const previous = step > 0 ? c - allStates : carry === 0 ? 0 : carry + unit;
        lstmBackward(units, activation, gate, row, previous, c, dh, dCarry + unit);
      } else if (kind === GRU) {
        const last = before === 0 ? 0 : before + unit;
        gruBackward(units, activation, gate, row, last, dh);
      } else {
        simpleBackward(units, activation, row, dh);
      }
    }
    if (kind === GRU) {
      multiplyStep(
        dRows + 2 * unitBytes,
        rowBytes,
        units,
        packedCandidate,
        units,
        products,
        unitBytes,
        scratch,
      );
      for (let example = 0; example < batch; example++) {
        if (isMasked(mask, example, step)) continue;
        const unit = <usize>example * unitBytes;
        gruGatesBackward(
          units,
          gate,
          dRows + <usize>example * rowBytes,
          before === 0 ? 0 : before + unit,
          products + unit,
          dState + unit,
        );
      }
    }
    // Nobody asks for the gradient of a state that is not there.
    if (before !== 0) {
      multiplyStep(dRows, rowBytes, gates, packed, units, products, unitBytes, scratch);
      for (let example = 0; example < batch; example++) {
        if (isMasked(mask, example, step)) continue;
        const unit = <usize>example * unitBytes;
        stateGradient(products + unit, dropout === 0 ? 0 : dropout + unit, dState + unit);
      }
    }
    if (step % stepsOfBlock() === 0) {
      const end = min(steps, step + stepsOfBlock());
      weightGradients(x, seen, first, others, step, end, dRows, dKernel, dRecurrent, work);
      if (dBias !== 0) addRows(dRows, (end - step) * batch, dBias);
    }
  }
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

/** Adds rows of all gates to one. */
function addRows(rows: usize, count: i32, sum: usize): void {
  for (let row = 0; row < count; row++) addRow(rows + ((<usize>(row * width)) << 2), sum, width);
}

/** Bytes of scratch that `recurrentInputGradient` needs. */
export function recurrentInputGradientScratch(): usize {
  return stepScratch() + panelBytes(features, width);
}

/**
 * The gradient of x: [batch, steps, features].
 *
 * @param dGates What `recurrentBackward` made of what was kept of the gates.
 */
export function recurrentInputGradient(
  kernel: usize,
  dGates: usize,
  dx: usize,
  scratch: usize,
): void {
  const rowBytes = (<usize>width) << 2;
  const packed = scratch + stepScratch();
  packTransposedPart(kernel, rowBytes, features, width, packed);
  for (let step = 0; step < steps; step++) {
    const to = frameAt(dx, step);
    multiplyStep(dGates, rowBytes, width, packed, features, to, sequenceBytes(), scratch);
    dGates += rowsBytes();
  }
}
