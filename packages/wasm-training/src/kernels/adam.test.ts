import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

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
describe.each([1, 3, 4, 7, 1000, 1003])('a step of %d weights', (size) => {
  /** Runs the kernel and the formula on the same inputs. */
  function step(scale: number | undefined): Record<'actual' | 'expected', Float32Array[]> {
    const [variable, first, second, gradient] = [1, 2, 3, 4].map((seed) =>
      tf.tensor(values([size], seed).data),
    );
    const inputs = { variable, first, second: tf.abs(second), gradient };
    const scaled = scale === undefined ? inputs : { ...inputs, scale: tf.scalar(scale) };
    const outputs = tf.engine().runKernel('SerAdam', scaled, attrs) as unknown as tf.Tensor[];
    const formula = composed([...Object.values(inputs), tf.scalar(scale ?? 1)], attrs);
    const [actual, expected] = [outputs, formula].map((tensors) =>
      tensors.map((tensor) => tensor.dataSync() as Float32Array),
    );
    // Inputs stay as they were.
    expect(variable.dataSync()).toEqual(values([size], 1).data);
    return { actual, expected };
  }

  test('is that of the formula, bit for bit', async () => {
    const { actual, expected } = await onBackend('wasm', () => step(undefined));
    expect(actual).toEqual(expected);
  });

  test('with a scale of the gradient is that of the formula, bit for bit', async () => {
    const { actual, expected } = await onBackend('wasm', () => step(0.37));
    expect(actual).toEqual(expected);
  });
});
