import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectMatchesCpu } from '../testing/expect-matches-cpu.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

test('equal maxima all receive the gradient', async () => {
  const gradient = await onBackend('wasm', () =>
    tf
      .grad((x) => tf.max(x, 0))(tf.tensor2d([[1], [3], [3]]))
      .dataSync(),
  );
  expect([...gradient]).toEqual([0, 1, 1]);
});

test('the gradient of many equal maxima is that of the cpu backend', async () => {
  await expectMatchesCpu((x) => tf.max(tf.floor(tf.mul(x, 2)), 1), [values([3, 40, 5], 1)]);
});

test('whole numbers are compared as such, which float32 would take for equal', async () => {
  const gradient = await onBackend('wasm', () =>
    tf
      .grad((x) => tf.max(x))(tf.tensor1d([2 ** 24, 2 ** 24 + 1], 'int32'))
      .dataSync(),
  );
  expect([...gradient]).toEqual([0, 1]);
});
