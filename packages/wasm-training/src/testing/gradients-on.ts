import * as tf from '@tensorflow/tfjs-core';
import { onBackend } from './on-backend.ts';
import { type Values, values } from './values.ts';

/** The dy of `gradientsOn`, for an output of `shape`. */
export function outputGradient(shape: number[]): Values {
  return values(shape, 99);
}

/** The output of `f`, and the gradients of Σ dy·f for a seeded dy, on one backend. */
export function gradientsOn(
  backend: string,
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: Values[],
): Promise<{ output: Values; gradients: Float32Array[] }> {
  return onBackend(backend, () => {
    const tensors = inputs.map(({ shape, data }) => tf.tensor(data, shape));
    const output = f(...tensors);
    const dy = outputGradient(output.shape);
    const gradients = tf.grads(f)(tensors, tf.tensor(dy.data, dy.shape));
    return {
      output: { shape: output.shape, data: output.dataSync() as Float32Array },
      gradients: gradients.map((gradient) => gradient.dataSync() as Float32Array),
    };
  });
}
