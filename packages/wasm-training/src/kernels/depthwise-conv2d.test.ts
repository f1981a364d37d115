import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectMatchesCpu } from '../testing/expect-matches-cpu.ts';
import { expectMatchesDifferences } from '../testing/expect-matches-differences.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const convolutions = fc.record({
  batch: fc.integer({ min: 1, max: 2 }),
  height: fc.integer({ min: 4, max: 8 }),
  width: fc.integer({ min: 4, max: 8 }),
  channels: fc.integer({ min: 1, max: 9 }),
  multiplier: fc.integer({ min: 1, max: 3 }),
  kernel: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  pad: fc.constantFrom('same' as const, 'valid' as const),
});

describe('depthwiseConv2d and its gradients', () => {
  test('are those of the cpu backend', async () => {
    const strided = fc.record({
      convolution: convolutions,
      stride: fc.integer({ min: 1, max: 3 }),
    });
    const property = fc.asyncProperty(strided, async ({ convolution: c, stride }) => {
      const x = values([c.batch, c.height, c.width, c.channels], 1);
      const w = values([...c.kernel, c.channels, c.multiplier], 2);
      await expectMatchesCpu(
        (x, w) => tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, c.pad),
        [x, w],
      );
    });
    await fc.assert(property, { seed: 1, numRuns: 50 });
  });

  test('are right with dilations, which tfjs refuses', async () => {
    const property = fc.asyncProperty(convolutions, async (c) => {
      const x = values([c.batch, c.height, c.width, c.channels], 1);
      const w = values([...c.kernel, c.channels, c.multiplier], 2);
      const f = (x: tf.Tensor, w: tf.Tensor): tf.Tensor =>
        tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, 'same', 'NHWC', [2, 1]);
      await expectMatchesDifferences('wasm', f, [x, w]);
    });
    await fc.assert(property, { seed: 2, numRuns: 30 });
  });

  test('are right with padding in numbers, filters and strides that are not square', async () => {
    const property = fc.asyncProperty(
      convolutions,
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
      fc.integer({ min: 0, max: 2 }),
      async (c, strides, pad) => {
        const x = values([c.batch, c.height, c.width, c.channels], 1);
        const w = values([...c.kernel, c.channels, c.multiplier], 2);
        await expectMatchesCpu(
          (x, w) => tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, strides, pad),
          [x, w],
        );
      },
    );
    await fc.assert(property, { seed: 3, numRuns: 50 });
  });

  test.each(['floor', 'round', 'ceil'] as const)(
    'are right with padding in numbers and sizes rounded by %s',
    async (rounding) => {
      await expectMatchesDifferences(
        'wasm',
        (x, w) =>
          tf.depthwiseConv2d(
            x as tf.Tensor4D,
            w as tf.Tensor4D,
            [2, 3],
            1,
            'NHWC',
            [1, 1],
            rounding,
          ),
        [values([2, 8, 9, 5], 1), values([3, 2, 5, 2], 2)],
      );
    },
  );

  test('serve separable convolutions', async () => {
    await expectMatchesCpu(
      (x, depthwise, pointwise) =>
        tf.separableConv2d(
          x as tf.Tensor4D,
          depthwise as tf.Tensor4D,
          pointwise as tf.Tensor4D,
          2,
          'same',
        ),
      [values([2, 9, 7, 5], 1), values([3, 3, 5, 2], 2), values([1, 1, 10, 6], 3)],
    );
  });
});
