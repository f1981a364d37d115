import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectMatchesCpu } from '../testing/expect-matches-cpu.ts';
import { expectMatchesDifferences } from '../testing/expect-matches-differences.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const pads = fc.oneof(
  fc.constantFrom('same' as const, 'valid' as const),
  fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2)).map(
    ([top, bottom, left, right]) =>
      [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ] as [[number, number], [number, number], [number, number], [number, number]],
  ),
);

const convolutions = fc.record({
  batch: fc.integer({ min: 1, max: 3 }),
  height: fc.integer({ min: 5, max: 9 }),
  width: fc.integer({ min: 5, max: 9 }),
  // Across the tiles' four rows and eight columns, and their remainders.
  channels: fc.integer({ min: 1, max: 9 }),
  filters: fc.integer({ min: 1, max: 17 }),
  kernel: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  pad: pads,
});

describe('conv2d and its gradients', () => {
  test('are those of the cpu backend', async () => {
    const property = fc.asyncProperty(convolutions, async (c) => {
      const x = values([c.batch, c.height, c.width, c.channels], 1);
      const w = values([...c.kernel, c.channels, c.filters], 2);
      await expectMatchesCpu(
        (x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, c.strides, c.pad),
        [x, w],
      );
    });
    await fc.assert(property, { seed: 1, numRuns: 60 });
  });

  test('are right with dilations, which tfjs refuses', async () => {
    const dilated = fc.record({
      convolution: convolutions,
      dilations: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    });
    const property = fc.asyncProperty(dilated, async ({ convolution: c, dilations }) => {
      const x = values([c.batch, c.height, c.width, c.channels], 1);
      const w = values([...c.kernel, c.channels, c.filters], 2);
      await expectMatchesDifferences(
        'wasm',
        (x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, [1, 1], c.pad, 'NHWC', dilations),
        [x, w],
      );
    });
    await fc.assert(property, { seed: 2, numRuns: 40 });
  });

  test.each(['floor', 'round', 'ceil'] as const)(
    'are right with padding in numbers and sizes rounded by %s',
    async (rounding) => {
      // Rows come to 4.5 and columns, with the filter's height and the vertical stride, to 5.
      await expectMatchesDifferences(
        'wasm',
        (x, w) =>
          tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, [2, 3], 1, 'NHWC', [1, 1], rounding),
        [values([2, 8, 9, 5], 1), values([3, 2, 5, 6], 2)],
      );
    },
  );

  test('cover more positions than one block holds, along one axis', async () => {
    // 3 · 729 positions: two blocks of 2,048 addresses, and nine of 256 rows, with remainders.
    await expectMatchesCpu(
      (x, w) => tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, 'same'),
      [values([3, 729, 2], 1), values([3, 2, 3], 2)],
    );
  });

  test('cover more positions than one block holds, along two axes', async () => {
    await expectMatchesCpu(
      (x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, [2, 3], 'same'),
      [values([1, 60, 51, 1], 1), values([3, 2, 1, 2], 2)],
    );
  });

  test('cover more channels than one block holds', async () => {
    await expectMatchesDifferences(
      'wasm',
      (x, w) => tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 2, 'valid'),
      [values([2, 7, 259], 1), values([3, 259, 517], 2)],
    );
  });

  test('of an empty batch are zero', async () => {
    const gradient = await onBackend('wasm', () => {
      const f = (w: tf.Tensor): tf.Tensor =>
        tf.conv1d(tf.zeros([0, 8, 2]) as tf.Tensor3D, w as tf.Tensor3D, 1, 'same');
      return tf
        .grad(f)(tf.ones([3, 2, 4]))
        .dataSync();
    });
    expect([...gradient]).toEqual(new Array(24).fill(0));
  });

  test('can be differentiated again', async () => {
    // Σ (∂/∂x Σ conv(x, w)²)·v is a second derivative through both backprop kernels.
    const f = (x: tf.Tensor, w: tf.Tensor): tf.Tensor =>
      tf.grad((inner) => tf.square(tf.conv1d(inner as tf.Tensor3D, w as tf.Tensor3D, 1, 'same')))(
        x,
      );
    await expectMatchesCpu(f, [values([2, 6, 3], 1), values([3, 3, 5], 2)]);
  });

  test('serve transposed convolutions', async () => {
    await expectMatchesCpu(
      (x, w) =>
        tf.conv2dTranspose(x as tf.Tensor4D, w as tf.Tensor4D, [2, 8, 7, 3], [2, 2], 'same'),
      [values([2, 4, 4, 5], 1), values([3, 3, 3, 5], 2)],
    );
  });
});
