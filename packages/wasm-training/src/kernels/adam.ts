import type { TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutputs } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/** Attributes of the kernels `SerAdam` and `SerAdamSteps`. */
export interface AdamAttrs {
  /** The learning rate, corrected for the moments' start at 0. */
  rate: number;
  beta1: number;
  beta2: number;
  /** Added to √second. */
  epsilon: number;
  /** What the variable is multiplied by first: 1 − learning rate · weight decay. */
  shrink: number;
}

/**
 * The kernel `SerAdam`, for optimizers that find it registered: one step of Adam in one pass, where
 * tensor operations take twelve. The same bits as theirs.
 *
 * variable, first, second and gradient of one shape, and optionally scale [], which multiplies the
 * gradient → the new [variable, first, second].
 */
export const adam: KernelMaker =
  ({ util }) =>
  ({ inputs, backend, attrs }) => {
    const { variable, first, second, gradient, scale } = inputs as Record<string, TensorInfo>;
    const { rate, beta1, beta2, epsilon, shrink } = attrs as unknown as AdamAttrs;
    const shapes = [variable, first, second].map(({ shape }) => shape);
    return makeOutputs(backend, shapes, (outputs) => {
      const native = nativeOf(backend);
      const size = util.sizeFromShape(variable.shape);
      const [newVariable, newFirst, newSecond] = outputs.map((output) =>
        native.address(output, size),
      );
      native.adam(
        native.address(variable, size),
        native.address(first, size),
        native.address(second, size),
        native.address(gradient, size),
        scale ? native.address(scale, 1) : 0,
        newVariable,
        newFirst,
        newSecond,
        size,
        rate,
        1 - beta1,
        1 - beta2,
        epsilon,
        shrink,
      );
    });
  };
