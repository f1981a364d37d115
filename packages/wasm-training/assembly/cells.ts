// One example at one step of a recurrent cell: what is left to do once its products are there, and
// back. Rows of several gates hold them one behind the other, as tfjs has them. `kept` begins as the
// product of the frame with the kernel, and ends as what the backward pass needs of the activations.

import { keptOf, through, valueOf } from './activations';
import { loadPart, storePart } from './partial-vectors';

/** Loads a part, or zeros where there is no row. */
@inline
function loadIf(row: usize, at: usize, left: i32): v128 {
  return row === 0 ? f32x4.splat(0) : loadPart(row + at, left);
}

/** What an activation is given. */
@inline
function sumAt(product: usize, recurrent: usize, bias: usize, at: usize, left: i32): v128 {
  return f32x4.add(
    f32x4.add(loadPart(product + at, left), loadIf(bias, at, left)),
    loadIf(recurrent, at, left),
  );
}

/** h = f(kept + bias + recurrent), where rows have `units` floats. */
export function simpleForward(
  units: i32,
  activation: i32,
  recurrent: usize,
  bias: usize,
  kept: usize,
  h: usize,
): void {
  for (let j = 0, at: usize = 0; j < units; j += 4, at += 16) {
    const left = units - j;
    const y = keptOf(activation, sumAt(kept, recurrent, bias, at, left));
    storePart(kept + at, y, left);
    storePart(h + at, valueOf(activation, y), left);
  }
}

/** Turns `kept` into the gradient of what the activation was given, of that of h. */
export function simpleBackward(units: i32, activation: i32, kept: usize, dh: usize): void {
  for (let j = 0, at: usize = 0; j < units; j += 4, at += 16) {
    const left = units - j;
    const gradient = through(activation, loadPart(kept + at, left), loadPart(dh + at, left));
    storePart(kept + at, gradient, left);
  }
}

/**
 * The gates of an LSTM in the order input, forget, candidate, output.
 *
 * @param before The carry of the step before, or 0 where it is zeros.
 */
export function lstmForward(
  units: i32,
  activation: i32,
  gate: i32,
  recurrent: usize,
  bias: usize,
  kept: usize,
  before: usize,
  carry: usize,
  h: usize,
): void {
  const next = (<usize>units) << 2;
  for (let j = 0, at: usize = 0; j < units; j += 4, at += 16) {
    const left = units - j;
    let from = at;
    const i = keptOf(gate, sumAt(kept, recurrent, bias, from, left));
    storePart(kept + from, i, left);
    from += next;
    const f = keptOf(gate, sumAt(kept, recurrent, bias, from, left));
    storePart(kept + from, f, left);
    from += next;
    const g = keptOf(activation, sumAt(kept, recurrent, bias, from, left));
    storePart(kept + from, g, left);
    from += next;
    const o = keptOf(gate, sumAt(kept, recurrent, bias, from, left));
    storePart(kept + from, o, left);
    const c = f32x4.add(
      f32x4.mul(valueOf(gate, f), loadIf(before, at, left)),
      f32x4.mul(valueOf(gate, i), valueOf(activation, g)),
    );
    storePart(carry + at, c, left);
    const squashed = valueOf(activation, keptOf(activation, c));
    storePart(h + at, f32x4.mul(valueOf(gate, o), squashed), left);
  }
}

/**
 * Turns `kept` into the gradients of what the gates were given.
 *
 * @param dCarry The gradient of the carry after the step; becomes that of the one before.
 */
export function lstmBackward(
  units: i32,
  activation: i32,
  gate: i32,
  kept: usize,
  before: usize,
  carry: usize,
  dh: usize,
  dCarry: usize,
): void {
  const next = (<usize>units) << 2;
  for (let j = 0, at: usize = 0; j < units; j += 4, at += 16) {
    const left = units - j;
    const i = loadPart(kept + at, left);
    const f = loadPart(kept + at + next, left);
    const g = loadPart(kept + at + 2 * next, left);
    const o = loadPart(kept + at + 3 * next, left);
    const squashed = keptOf(activation, loadPart(carry + at, left));
    const gradient = loadPart(dh + at, left);
    const dOutput = f32x4.mul(gradient, valueOf(activation, squashed));
    const dSquashed = f32x4.mul(gradient, valueOf(gate, o));
    const dc = f32x4.add(loadPart(dCarry + at, left), through(activation, squashed, dSquashed));
    const dInput = f32x4.mul(dc, valueOf(activation, g));
    const dForget = f32x4.mul(dc, loadIf(before, at, left));
    const dCandidate = f32x4.mul(dc, valueOf(gate, i));
    storePart(kept + at, through(gate, i, dInput), left);
    storePart(kept + at + next, through(gate, f, dForget), left);
    storePart(kept + at + 2 * next, through(activation, g, dCandidate), left);
    storePart(kept + at + 3 * next, through(gate, o, dOutput), left);
    storePart(dCarry + at, f32x4.mul(dc, valueOf(gate, f)), left);
  }
}

/**
 * The gates of a GRU, update and reset, and the state that the reset gate lets through.
 *
 * @param before The state of the step before, or 0 where it is zeros.
 */
export function gruGatesForward(
  units: i32,
  gate: i32,
  recurrent: usize,
  bias: usize,
  kept: usize,
  before: usize,
  passed: usize,
): void {
  const next = (<usize>units) << 2;
  for (let j = 0, at: usize = 0; j < units; j += 4, at += 16) {
    const left = units - j;
    const z = keptOf(gate, sumAt(kept, recurrent, bias, at, left));
    storePart(kept + at, z, left);
    const r = keptOf(gate, sumAt(kept, recurrent, bias, at + next, left));
    storePart(kept + at + next, r, left);
    storePart(passed + at, f32x4.mul(valueOf(gate, r), loadIf(before, at, left)), left);
  }
}

/** The candidate of a GRU, and its state. Rows of gates are those of `gruGatesForward`. */
export function gruForward(
  units: i32,
  activation: i32,
  gate: i32,
  recurrent: usize,
  bias: usize,
  kept: usize,
  before: usize,
  h: usize,
): void {
  const next = (<usize>units) << 2;
  const one = f32x4.splat(1);
  for (let j = 0, at: usize = 0; j < units; j += 4, at += 16) {
    const left = units - j;
    const candidate = keptOf(activation, sumAt(kept, recurrent, bias, at + 2 * next, left));
    storePart(kept + at + 2 * next, candidate, left);
    const z = valueOf(gate, loadPart(kept + at, left));
    const state = f32x4.add(
      f32x4.mul(z, loadIf(before, at, left)),
      f32x4.mul(f32x4.sub(one, z), valueOf(activation, candidate)),
    );
    storePart(h + at, state, left);
  }
}

/**
 * Turns what was kept of the update gate and of the candidate into the gradients of what they were
 * given.
 *
 * @param dh The gradient of the state; becomes the part of it that the update gate lets through.
 */
export function gruBackward(
  units: i32,
  activation: i32,
  gate: i32,
  kept: usize,
  before: usize,
  dh: usize,
): void {
  const next = (<usize>units) << 2;
  const one = f32x4.splat(1);
  for (let j = 0, at: usize = 0; j < units; j += 4, at += 16) {
    const left = units - j;
    const update = loadPart(kept + at, left);
    const z = valueOf(gate, update);
    const candidate = loadPart(kept + at + 2 * next, left);
    const gradient = loadPart(dh + at, left);
    const difference = f32x4.sub(loadIf(before, at, left), valueOf(activation, candidate));
    const dCandidate = f32x4.mul(gradient, f32x4.sub(one, z));
    storePart(kept + at, through(gate, update, f32x4.mul(gradient, difference)), left);
    storePart(kept + at + 2 * next, through(activation, candidate, dCandidate), left);
    storePart(dh + at, f32x4.mul(gradient, z), left);
  }
}

/**
 * Turns what was kept of the reset gate into the gradient of what it was given, and adds to `dh` what
 * the gate let through.
 *
 * @param dPassed The gradient of the state that the reset gate let through.
 */
export function gruGatesBackward(
  units: i32,
  gate: i32,
  kept: usize,
  before: usize,
  dPassed: usize,
  dh: usize,
): void {
  const next = (<usize>units) << 2;
  for (let j = 0, at: usize = 0; j < units; j += 4, at += 16) {
    const left = units - j;
    const reset = loadPart(kept + at + next, left);
    const gradient = loadPart(dPassed + at, left);
    const dReset = f32x4.mul(gradient, loadIf(before, at, left));
    const passed = f32x4.mul(gradient, valueOf(gate, reset));
    storePart(kept + at + next, through(gate, reset, dReset), left);
    storePart(dh + at, f32x4.add(loadPart(dh + at, left), passed), left);
  }
}
