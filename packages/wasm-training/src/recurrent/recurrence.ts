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
 * The kernel `SerRecurrence`: all steps of a recurrent layer.
 *
 * `RecurrenceInputs` → [y, gates, states, others]. y is [batch, rows, units]: the states of all
 * steps, or the last, and the last carry where it is asked for. The rest is for
 * `SerRecurrenceGrad`.
 */
export const recurrence: KernelMaker =
  () =>
  ({ inputs: named, backend, attrs: given }) => {
    const inputs = named as unknown as RecurrenceInputs;
    const attrs = given as unknown as RecurrenceAttrs;
    const sizes = sizesOf(inputs, attrs);
    const { batch, steps, features, units, width, rows } = sizes;
    const shapes = keptShapes(sizes, attrs);
    return makeOutputs(backend, [[batch, rows, units], ...shapes], ([y, gates, states, others]) => {
      const native = nativeOf(backend);
      const at = (tensor: TensorInfo | undefined, size: number): number =>
        tensor ? native.address(tensor, size) : 0;
      const [gatesSize, statesSize, othersSize] = shapes.map((shape) =>
        shape.reduce((a, b) => a * b),
      );
      setRecurrence(native, sizes, attrs);
      native.withScratch(native.recurrentForwardScratch(), (scratch) =>
        native.recurrentForward(
          at(inputs.x, batch * steps * features),
          at(inputs.kernel, features * width),
          at(inputs.recurrent, units * width),
          at(inputs.bias, width),
          at(inputs.state, batch * units),
          at(inputs.carry, batch * units),
          at(inputs.mask, batch * steps),
          at(inputs.dropout, batch * units),
          at(y, batch * rows * units),
          at(gates, gatesSize),
          at(states, statesSize),
          at(others, othersSize),
          scratch,
        ),
      );
    });
  };
