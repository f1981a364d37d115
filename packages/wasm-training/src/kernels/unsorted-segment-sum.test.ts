import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectMatchesCpu } from '../testing/expect-matches-cpu.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

test('segments sum to what the cpu backend sums', async () => {
  await expectMatchesCpu(
    (x) => tf.unsortedSegmentSum(x, tf.tensor1d([2, 0, 2, 4, 0], 'int32'), 6),
    [values([5, 7], 1)],
  );
});

test('the gradient of gather is that of the cpu backend', async () => {
  await expectMatchesCpu(
    (x) =>
      tf.gather(
        x,
        tf.tensor2d(
          [
            [3, 0],
            [3, 1],
          ],
          [2, 2],
          'int32',
        ),
      ),
    [values([4, 3, 2], 1)],
  );
});

test('rows of no segment are skipped', async () => {
  const sums = await onBackend('wasm', () =>
    tf
      .unsortedSegmentSum(tf.tensor1d([1, 2, 4, 8]), tf.tensor1d([1, 2, 5, -1], 'int32'), 2)
      .dataSync(),
  );
  expect([...sums]).toEqual([0, 1]);
});

test('segments of several axes sum to one', async () => {
  const sums = await onBackend('wasm', () => {
    const x = tf.tensor3d([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2]);
    const ids = tf.tensor2d([0, 1, 1, 1], [2, 2], 'int32');
    const y = tf
      .engine()
      .runKernel('UnsortedSegmentSum', { x, segmentIds: ids }, { numSegments: 2 });
    return [(y as tf.Tensor).shape, [...(y as tf.Tensor).dataSync()]];
  });
  expect(sums).toEqual([
    [2, 2],
    [1, 2, 3 + 5 + 7, 4 + 6 + 8],
  ]);
});
