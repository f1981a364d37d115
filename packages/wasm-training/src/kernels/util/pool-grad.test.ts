import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../../enable-wasm-training.ts';
import { expectMatchesCpu } from '../../testing/expect-matches-cpu.ts';
import { expectMatchesDifferences } from '../../testing/expect-matches-differences.ts';
import { onBackend } from '../../testing/on-backend.ts';
import { values } from '../../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const pools = fc.record({
  batch: fc.integer({ min: 1, max: 3 }),
  height: fc.integer({ min: 4, max: 9 }),
  width: fc.integer({ min: 4, max: 9 }),
  // Vectors of four channels, and a remainder.
  channels: fc.integer({ min: 1, max: 9 }),
  filter: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  strides: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  pad: fc.constantFrom('same' as const, 'valid' as const),
});

describe('the gradient of maxPool', () => {
  test('is that of the cpu backend, negative values included', async () => {
    const property = fc.asyncProperty(pools, async (p) => {
      const x = values([p.batch, p.height, p.width, p.channels], 1);
      await expectMatchesCpu((x) => tf.maxPool(x as tf.Tensor4D, p.filter, p.strides, p.pad), [x]);
    });
    await fc.assert(property, { seed: 1, numRuns: 80 });
  });

  test('matches finite differences', async () => {
    // Small steps, so that no maximum changes hands: values are 2^-20 apart or more.
    await expectMatchesDifferences(
      'wasm',
      (x) => tf.maxPool(x as tf.Tensor4D, 3, 2, 'same'),
      [values([2, 7, 6, 5], 1)],
      // Float32 rounds sums of about 10 to 1e-6; over a step of 1e-3 that is 1e-3.
      { step: 1e-3, tolerance: 1e-3 },
    );
  });

  // Windows of four in a line have a loop of their own where they tile the image.
  test.each<[size: [number, number], shape: number[]]>([
    [
      [4, 1],
      [2, 12, 1, 7],
    ],
    [
      [4, 1],
      [2, 13, 3, 4],
    ],
    [
      [4, 1],
      [1, 14, 2, 5],
    ],
    [
      [1, 4],
      [2, 3, 15, 9],
    ],
    [
      [1, 4],
      [2, 1, 3, 4],
    ],
    [
      [2, 2],
      [2, 6, 7, 6],
    ],
    [
      [4, 4],
      [1, 9, 9, 3],
    ],
  ])('of tiles of %j in %j is that of the cpu backend', async (size, shape) => {
    for (const pad of ['same', 'valid'] as const) {
      const x = values(shape, 2);
      // Equal values, and those that are no maximum.
      x.data.fill(0.5, 0, 11);
      x.data.set([Number.NEGATIVE_INFINITY, -0], 12);
      await expectMatchesCpu((x) => tf.maxPool(x as tf.Tensor4D, size, size, pad), [x]);
    }
  });

  test('goes to the first of equal values, once', async () => {
    const gradient = await onBackend('wasm', () =>
      tf
        .grad((x) => tf.maxPool(x as tf.Tensor4D, [1, 3], [1, 3], 'valid'))(
          tf.fill([1, 1, 6, 5], -2),
        )
        .dataSync(),
    );
    const first = [1, 1, 1, 1, 1];
    const other = [0, 0, 0, 0, 0];
    expect([...gradient]).toEqual([first, other, other, first, other, other].flat());
  });
});

describe('the gradient of avgPool', () => {
  test('is that of the cpu backend where no window is clipped', async () => {
    const property = fc.asyncProperty(pools, async (p) => {
      const x = values([p.batch, p.height, p.width, p.channels], 1);
      await expectMatchesCpu(
        (x) => tf.avgPool(x as tf.Tensor4D, p.filter, p.strides, 'valid'),
        [x],
      );
    });
    await fc.assert(property, { seed: 1, numRuns: 40 });
  });

  test('matches finite differences, clipped windows included', async () => {
    const property = fc.asyncProperty(pools, async (p) => {
      const x = values([p.batch, p.height, p.width, p.channels], 1);
      await expectMatchesDifferences(
        'wasm',
        (x) => tf.avgPool(x as tf.Tensor4D, p.filter, p.strides, p.pad),
        [x],
      );
    });
    await fc.assert(property, { seed: 1, numRuns: 60 });
  });
});

describe('gradients of pooled volumes', () => {
  const volumes = fc.record({
    shape: fc.tuple(...[2, 5, 5, 5, 6].map((max) => fc.integer({ min: 1, max }))),
    filter: fc.integer({ min: 1, max: 3 }),
    stride: fc.integer({ min: 1, max: 3 }),
  });

  test('are those of the cpu backend for the maximum', async () => {
    const property = fc.asyncProperty(volumes, async ({ shape, filter, stride }) => {
      await expectMatchesCpu(
        (x) => tf.maxPool3d(x as tf.Tensor5D, filter, stride, 'same'),
        [values(shape, 1)],
      );
    });
    await fc.assert(property, { seed: 1, numRuns: 40 });
  });

  test('go to the last of equal values, once, for the maximum', async () => {
    // Four channels at a time, and a remainder.
    const gradient = await onBackend('wasm', () =>
      tf
        .grad((x) => tf.maxPool3d(x as tf.Tensor5D, [1, 1, 3], [1, 1, 3], 'valid'))(
          tf.fill([1, 1, 1, 6, 5], -2),
        )
        .dataSync(),
    );
    const last = [1, 1, 1, 1, 1];
    const other = [0, 0, 0, 0, 0];
    expect([...gradient]).toEqual([other, other, last, other, other, last].flat());
  });

  test('match finite differences for the average', async () => {
    const property = fc.asyncProperty(volumes, async ({ shape, filter, stride }) => {
      await expectMatchesDifferences(
        'wasm',
        (x) => tf.avgPool3d(x as tf.Tensor5D, filter, stride, 'same'),
        [values(shape, 1)],
      );
    });
    await fc.assert(property, { seed: 1, numRuns: 40 });
  });
});

test('an image after a volume has no depth of its own', async () => {
  const pooled = await onBackend('wasm', () => {
    tf.maxPool3d(tf.ones([2, 4, 4, 4, 1]) as tf.Tensor5D, 2, 2, 'same').dispose();
    const x = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);
    const dx = tf.grad((x) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'same'))(x);
    return [...dx.dataSync()];
  });
  expect(pooled).toEqual([0, 0, 0, 1]);
});
