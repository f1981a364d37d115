import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';
import type { KnownClasses } from '../util/known-classes.ts';
import { type Cell, describeCell } from './describe-cell.ts';
import { type DropoutMasks, dropoutMasks } from './dropout-masks.ts';
import type { CallOptions, RnnLayer } from './layers.ts';
import { scaleFrames, slice, toZerosAndOnes } from './ops.ts';
import { runRecurrence } from './run-recurrence.ts';

/**
 * What tfjs' `RNN.call` gives, with all steps in one kernel.
 *
 * @param getInitialState tfjs' own, which gives zeros.
 * @returns Undefined where the kernels do not give what tfjs' own gives.
 */
export function fusedCall(
  tf: Tf,
  classes: KnownClasses,
  layer: RnnLayer,
  input: Tensor | Tensor[],
  options: CallOptions | undefined,
  getInitialState: unknown,
): Tensor | Tensor[] | undefined {
  // The kernels' gradient has none of its own.
  if (tf.getBackend() !== 'wasm' || tf.engine().state.gradientDepth > 1) return;
  const cell = describeCell(classes, layer.cell);
  const x = Array.isArray(input) ? input[0] : input;
  if (!cell || x.rank !== 3 || x.size === 0 || x.dtype !== 'float32') return;

  const [batch, steps, features] = x.shape as [number, number, number];
  const { units } = layer.cell;
  const has = (shape: number[], tensor?: Tensor): boolean =>
    tensor === undefined || tf.util.arraysEqual(tensor.shape, shape);
  const mask = options?.mask ?? undefined;
  if (!has([batch, steps], mask)) return;

  const own = layer.getInitialState === getInitialState ? undefined : layer.getInitialState(x);
  const states = options?.initialState ?? (layer.stateful ? layer.states_ : own) ?? undefined;
  const count = cell.cell === 'lstm' ? 2 : 1;
  if (states && states.length !== count) return;
  if (states?.some((state) => state.dtype !== 'float32' || !has([batch, units], state))) return;

  const training = options?.training;
  const dropout = dropoutMasks(tf, layer, x, states, training);
  if (!has([batch, features], dropout.input) || !has([batch, units], dropout.recurrent)) return;
  return allSteps(tf, layer, x, { mask, states, training, cell, dropout });
}

interface Operands {
  mask: Tensor | undefined;
  states: Tensor[] | undefined;
  training: unknown;
  cell: Cell;
  dropout: DropoutMasks;
}

function allSteps(
  tf: Tf,
  layer: RnnLayer,
  x: Tensor,
  { mask, states: [state, carry] = [], training, cell, dropout }: Operands,
): Tensor | Tensor[] {
  const { returnSequences, returnState, goBackwards, stateful } = layer;
  const { units, kernel, recurrentKernel, bias } = layer.cell;
  const [batch, steps] = x.shape as [number, number, number];
  const needsStates = returnState || stateful;
  const returnCarry = cell.cell === 'lstm' && needsStates;
  const y = runRecurrence(
    tf,
    {
      x: dropout.input ? scaleFrames(tf, x, dropout.input) : x,
      kernel: kernel.read(),
      recurrent: recurrentKernel.read(),
      bias: bias?.read(),
      state,
      carry,
      mask: mask && toZerosAndOnes(tf, mask),
      dropout: dropout.recurrent,
    },
    { ...cell, goBackwards, returnSequences, returnCarry },
  );
  const rows = returnSequences ? steps : 1;
  const row = (index: number): Tensor =>
    tf.reshape(y.shape[1] === 1 ? y : slice(tf, y, index, 1), [batch, units]);
  const sequence = (): Tensor => (returnCarry ? slice(tf, y, 0, rows) : y);
  const output = returnSequences ? sequence() : row(0);
  if (!needsStates) return output;

  const last = returnSequences ? row(rows - 1) : output;
  const newStates = returnCarry ? [last, row(rows)] : [last];
  if (stateful) layer.resetStates(newStates, training);
  return returnState ? [output, ...newStates] : output;
}
