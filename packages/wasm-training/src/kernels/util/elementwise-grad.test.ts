import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../../enable-wasm-training.ts';
import { expectMatchesCpu, onBackend, values } from '../../testing/gradients-on.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

test.each([1, 3, 4, 5, 16, 133])(
  'relu and square of %i elements have their gradients',
  async (size) => {
    await expectMatchesCpu((x) => tf.relu(x), [values([size], 1)]);
    await expectMatchesCpu((x) => tf.square(x), [values([size], 1)]);
  },
);

test('the gradient of relu is zero at zero, and follows NaN', async () => {
  const gradient = await onBackend('wasm', () =>
    tf
      .grad((x) => tf.relu(x))(tf.tensor1d([0, -0, Number.NaN, 1, -1]))
      .dataSync(),
  );
  expect([...gradient]).toEqual([0, 0, 1, 1, 0]);
});

test('gradients of gradients still work', async () => {
  await expectMatchesCpu(
    (x) => tf.grad((x) => tf.sum(tf.mul(tf.square(tf.relu(x)), x)))(x),
    [values([2, 7], 1)],
  );
});
