import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelMaker } from '../kernels/kernel-maker.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import {
  type RecurrenceAttrs,
  type RecurrenceInputs,
  setRecurrence,
  sizesOf,
} from './recurrence-attrs.ts';

/**
 * The kernel `SerRecurrenceInputGrad`: `RecurrenceInputs` and the `gates` that `SerRecurrenceGrad`
 * has written over → the gradient of x.
 */
export const recurrenceInputGrad: KernelMaker =
  () =>
  ({ inputs: named, backend, attrs: given }) => {
    const inputs = named as unknown as RecurrenceInputs & { gates: TensorInfo };
    const attrs = given as unknown as RecurrenceAttrs;
    const sizes = sizesOf(inputs, attrs);
    const { batch, steps, features, width } = sizes;
    return makeOutput(backend, inputs.x.shape, (dx) => {
      const native = nativeOf(backend);
      setRecurrence(native, sizes, attrs);
      native.withScratch(native.recurrentInputGradientScratch(), (scratch) =>
        native.recurrentInputGradient(
          native.address(inputs.kernel, features * width),
          native.address(inputs.gates, steps * batch * width),
          native.address(dx, batch * steps * features),
          scratch,
        ),
      );
    });
  };
