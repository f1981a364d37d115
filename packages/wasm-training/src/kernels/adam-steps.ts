import type { TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutputs } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { AdamAttrs } from './adam.ts';
import type { KernelMaker } from './kernel-maker.ts';

/**
 * The kernel `SerAdamSteps`, for optimizers that find it registered: a step of Adam for several
 * variables, to the bits of `SerAdam`. The moments are written in place, so whoever calls it sees to
 * it that nobody shares their memory (`tf.backend().refCount` is 1). Variables are not: XNNPACK
 * keeps a copy of a matrix for as long as the matrix is there.
 *
 * variable0, first0, second0 and gradient0 of one shape, variable1 and so on, and optionally scale []
 * → the new variables.
 */
export const adamSteps: KernelMaker =
  ({ util }) =>
  ({ inputs, backend, attrs }) => {
    const { rate, beta1, beta2, epsilon, shrink } = attrs as unknown as AdamAttrs;
    const variables: TensorInfo[] = [];
    for (let i = 0; inputs[`variable${i}`]; i++)
      variables.push(inputs[`variable${i}`] as TensorInfo);
    if (variables.length === 0) return [];
    const shapes = variables.map(({ shape }) => shape);
    return makeOutputs(backend, shapes, (outputs) => {
      const native = nativeOf(backend);
      const scale = inputs.scale ? native.address(inputs.scale, 1) : 0;
      // All addresses are checked before anything is written.
      const steps = variables.map((variable, i) => {
        const size = util.sizeFromShape(variable.shape);
        const at = (tensor: TensorInfo | undefined): number =>
          native.address(tensor as TensorInfo, size);
        const [first, second] = [at(inputs[`first${i}`]), at(inputs[`second${i}`])];
        const read = [at(variable), first, second, at(inputs[`gradient${i}`])] as const;
        return { read, written: [at(outputs[i]), first, second] as const, size };
      });
      for (const { read, written, size } of steps) {
        const numbers = [rate, 1 - beta1, 1 - beta2, epsilon, shrink] as const;
        native.adam(...read, scale, ...written, size, ...numbers);
      }
    });
  };
