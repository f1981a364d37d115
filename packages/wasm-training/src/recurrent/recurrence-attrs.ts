import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Native } from '../native/native.ts';
import { WasmTrainingError } from '../wasm-training-error.ts';

/** The cells whose steps the module computes, in the order in which it numbers them. */
export const CELLS = ['simple', 'lstm', 'gru'] as const;
/** The activations that it knows, in that order. */
export const ACTIVATIONS = ['linear', 'relu', 'tanh', 'sigmoid', 'hardSigmoid'] as const;

export type CellKind = (typeof CELLS)[number];
export type ActivationName = (typeof ACTIVATIONS)[number];

/** The rows of gates of a cell. */
const GATES: Record<CellKind, number> = { simple: 1, lstm: 4, gru: 3 };

/** Attributes of the kernels `SerRecurrence` and `SerRecurrenceGrad`. */
export interface RecurrenceAttrs {
  cell: CellKind;
  activation: ActivationName;
  /** The activation of the gates. */
  recurrentActivation: ActivationName;
  /** Whether the last frame comes first. */
  goBackwards: boolean;
  /** Whether the output has the states of all steps, or the last. */
  returnSequences: boolean;
  /** Whether the output has the last carry behind the states; of an LSTM alone. */
  returnCarry: boolean;
  /** Whether a gradient will be asked for. */
  keep: boolean;
}

/** Inputs of both kernels. */
export interface RecurrenceInputs {
  /** [batch, steps, features] */
  x: TensorInfo;
  /** [features, gates · units] */
  kernel: TensorInfo;
  /** [units, gates · units] */
  recurrent: TensorInfo;
  /** [gates · units] */
  bias?: TensorInfo;
  /** The first state, [batch, units]. Default zeros. */
  state?: TensorInfo;
  /** The first carry, alike. */
  carry?: TensorInfo;
  /** [batch, steps]; where it is 0 the state stays. */
  mask?: TensorInfo;
  /** [batch, units]; multiplies the state before each step. */
  dropout?: TensorInfo;
}

export interface RecurrenceSizes {
  batch: number;
  steps: number;
  features: number;
  units: number;
  width: number;
  /** Rows of the output of an example. */
  rows: number;
}

/**
 * @throws {WasmTrainingError} `bad-argument` for sizes of 0, and for the carry of a cell that has
 *   none; that tensors hold these sizes is checked where their addresses are asked for.
 */
export function sizesOf(
  { x, recurrent }: RecurrenceInputs,
  { cell, returnSequences, returnCarry }: RecurrenceAttrs,
): RecurrenceSizes {
  const [batch, steps, features] = x.shape as [number, number, number];
  const [units] = recurrent.shape;
  if (batch * steps * features * units === 0 || (returnCarry && cell !== 'lstm')) {
    throw new WasmTrainingError(
      'bad-argument',
      'wasm backend: a recurrence must have frames and units, and a carry only in an LSTM, ' +
        `got x of [${x.shape}] and ${units} units, returnCarry ${returnCarry} with ${cell}`,
    );
  }
  const rows = (returnSequences ? steps : 1) + (returnCarry ? 1 : 0);
  return { batch, steps, features, units, width: GATES[cell] * units, rows };
}

/** Tells the module the sizes. */
export function setRecurrence(
  native: Native,
  { batch, steps, features, units }: RecurrenceSizes,
  attrs: RecurrenceAttrs,
): void {
  native.setRecurrence(
    CELLS.indexOf(attrs.cell),
    batch,
    steps,
    features,
    units,
    ACTIVATIONS.indexOf(attrs.activation),
    ACTIVATIONS.indexOf(attrs.recurrentActivation),
    attrs.goBackwards,
    attrs.keep,
    attrs.returnSequences,
    attrs.returnCarry,
  );
}

/** The shapes of what the forward pass keeps for the backward pass: gates, states, and others. */
export function keptShapes(
  { batch, steps, units, width }: RecurrenceSizes,
  { cell, keep }: RecurrenceAttrs,
): [number[], number[], number[]] {
  const kept = keep ? steps : 1;
  const states = [kept, batch, units];
  return [[kept, batch, width], states, cell === 'simple' ? [0] : states];
}
