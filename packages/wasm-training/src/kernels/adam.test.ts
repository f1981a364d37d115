import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { onBackend, values } from '../testing/gradients-on.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

/** The formula made of tensor operations. */
function composed(
  [variable, first, second, gradient, scale]: tf.Tensor[],
  { rate, beta1, beta2, epsilon, shrink }: typeof attrs,
): tf.Tensor[] {
  const g = tf.mul(gradient, scale);
  const m = tf.add(first, tf.mul(tf.sub(g, first), 1 - beta1));
  const v = tf.add(second, tf.mul(tf.sub(tf.square(g), second), 1 - beta2));
  const update = tf.div(tf.mul(m, rate), tf.add(tf.sqrt(v), epsilon));
  return [tf.sub(tf.mul(variable, shrink), update), m, v];
}

const attrs = { rate: 1.7e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, shrink: 0.99 };

// Vectors of four, and remainders.
test.each([1, 3, 4, 7, 1000, 1003])(
  '%d weights take the step of the formula, bit for bit',
  async (size) => {
    await onBackend('wasm', () => {
      const [variable, first, second, gradient] = [1, 2, 3, 4].map((seed) =>
        tf.tensor(values([size], seed).data),
      );
      const scale = tf.scalar(0.37);
      const inputs = { variable, first, second: tf.abs(second), gradient };
      const run = (more: Record<string, tf.Tensor>): Float32Array[] =>
        (
          tf.engine().runKernel('SerAdam', { ...inputs, ...more }, attrs) as unknown as tf.Tensor[]
        ).map((tensor) => tensor.dataSync() as Float32Array);
      const expected = (scale: tf.Tensor): Float32Array[] =>
        composed([variable, first, inputs.second, gradient, scale], attrs).map(
          (tensor) => tensor.dataSync() as Float32Array,
        );
      expect(run({ scale })).toEqual(expected(scale));
      expect(run({})).toEqual(expected(tf.scalar(1)));
      // Inputs stay as they were.
      expect(variable.dataSync()).toEqual(values([size], 1).data);
    });
  },
);
