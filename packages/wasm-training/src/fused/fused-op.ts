import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';
import { WasmTrainingError } from '../wasm-training-error.ts';

/** Gradients of a fused operation, by the names of its inputs. */
export type Gradients = Record<string, () => Tensor>;

/** The method that the engine runs `tf.customGrad` by. */
interface Engine {
  runKernelFunc(call: {
    inputs: Record<string, Tensor>;
    forwardFunc: (backend: unknown, save: (tensors: Tensor[]) => void) => Tensor;
    backwardsFunc: (dy: Tensor, saved: Tensor[]) => Gradients;
  }): Tensor;
}

/**
 * One operation on the tape for what layers make of many. Unlike `tf.customGrad`, it computes the
 * gradients of those inputs alone that are asked for.
 *
 * @throws {WasmTrainingError} `unsupported-gradient` where these gradients are differentiated
 *   themselves: the tape does not see what they are made of.
 */
export function fusedOp(
  tf: Tf,
  inputs: Record<string, Tensor>,
  forward: (save: (tensors: Tensor[]) => void) => Tensor,
  backward: (dy: Tensor, saved: Tensor[]) => Gradients,
): Tensor {
  return (tf.engine() as unknown as Engine).runKernelFunc({
    inputs,
    forwardFunc: (_, save) => forward(save),
    backwardsFunc: (dy, saved) => {
      if (tf.engine().state.gradientDepth > 0) {
        throw new WasmTrainingError(
          'unsupported-gradient',
          'a gradient of gradients needs operations of tfjs: call the model inside the function ' +
            'that the inner `tf.grad` is given',
        );
      }
      return backward(dy, saved);
    },
  });
}
