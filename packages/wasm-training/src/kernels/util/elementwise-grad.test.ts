import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../../enable-wasm-training.ts';
import { expectMatchesCpu } from '../../testing/expect-matches-cpu.ts';
import { onBackend } from '../../testing/on-backend.ts';
import { values } from '../../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

describe.each([1, 3, 4, 5, 16, 133])('the gradient of %i elements', (size) => {
  test('of relu is that of the cpu backend', async () => {
    await expectMatchesCpu((x) => tf.relu(x), [values([size], 1)]);
  });

  test('of square is that of the cpu backend', async () => {
    await expectMatchesCpu((x) => tf.square(x), [values([size], 1)]);
  });
});

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
