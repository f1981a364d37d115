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

describe('the gradient of relu', () => {
  const gradient = (x: number[], dy: number[]): Promise<number[]> =>
    onBackend('wasm', () => {
      const dx = tf.grad((x) => tf.relu(x))(tf.tensor1d(x), tf.tensor1d(dy));
      return [...dx.dataSync()];
    });
  const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

  test('is zero at zero, NaN at NaN and that of the output above zero', async () => {
    const x = [0, -0, nan, infinity, -1];
    expect(await gradient(x, [1, 1, 1, 1, 1])).toEqual([0, 0, nan, 1, 0]);
  });

  test('never hides what is no number', async () => {
    const x = [-1, -1, 1, 1, -1];
    expect(await gradient(x, [nan, infinity, nan, infinity, -7])).toEqual([
      nan,
      nan,
      nan,
      infinity,
      0,
    ]);
  });
});

test('gradients of gradients still work', async () => {
  await expectMatchesCpu(
    (x) => tf.grad((x) => tf.sum(tf.mul(tf.square(tf.relu(x)), x)))(x),
    [values([2, 7], 1)],
  );
});
