import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelMaker } from '../kernels/kernel-maker.ts';
import { makeOutputs } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import {
  keptShapes,
  type RecurrenceAttrs,
  type RecurrenceInputs,
  setRecurrence,
  sizesOf,
} from './recurrence-attrs.ts';

/**
 * The kernel `SerRecurrenceGrad`, for what `SerRecurrence` computed with `keep`.
 *
 * Its inputs, its outputs, and the gradient dy of the first of those → the gradients of
 * [kernel, recurrent, state, carry, bias]; those of carry and bias are [0] where there are none.
 * It writes over `gates`, which nobody else has, what `SerRecurrenceInputGrad` needs: one buffer
 * less, of the largest there are.
 */
export const recurrenceGrad: KernelMaker =
  () =>
  ({ inputs: named, backend, attrs: given }) => {
    const inputs = named as unknown as RecurrenceInputs;
    const { dy, gates, states, others } = named as Record<string, TensorInfo>;
    const attrs = { ...(given as unknown as RecurrenceAttrs), keep: true };
    const sizes = sizesOf(inputs, attrs);
    const { batch, steps, features, units, width, rows } = sizes;
    const state = [batch, units];
    const shapes = [
      [features, width],
      [units, width],
      state,
      attrs.cell === 'lstm' ? state : [0],
      inputs.bias ? [width] : [0],
    ];
    return makeOutputs(backend, shapes, ([dKernel, dRecurrent, dState, dCarry, dBias]) => {
      const native = nativeOf(backend);
      const at = (tensor: TensorInfo | undefined, size: number): number =>
        tensor ? native.address(tensor, size) : 0;
      const [gatesSize, statesSize, othersSize] = keptShapes(sizes, attrs).map((shape) =>
        shape.reduce((a, b) => a * b),
      );
      setRecurrence(native, sizes, attrs);
      const scratchBytes = native.recurrentBackwardScratch(inputs.dropout !== undefined);
      native.withScratch(scratchBytes, (scratch) =>
        native.recurrentBackward(
          at(inputs.x, batch * steps * features),
          at(inputs.recurrent, units * width),
          at(inputs.state, batch * units),
          at(inputs.carry, batch * units),
          at(inputs.mask, batch * steps),
          at(inputs.dropout, batch * units),
          at(dy, batch * rows * units),
          at(gates, gatesSize),
          at(states, statesSize),
          at(others, othersSize),
          at(dKernel, features * width),
          at(dRecurrent, units * width),
          inputs.bias ? at(dBias, width) : 0,
          at(dState, batch * units),
          attrs.cell === 'lstm' ? at(dCarry, batch * units) : 0,
          scratch,
        ),
      );
    });
  };
