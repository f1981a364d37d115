import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectMatchesCpu, SUMS } from '../testing/expect-matches-cpu.ts';
import { expectMatchesDifferences } from '../testing/expect-matches-differences.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
const convolutions = fc.record({
  batch: upTo(2),
  sizes: fc.tuple(...[6, 5, 7].map((max) => fc.integer({ min: 3, max }))),
  // Vectors of four channels, and a remainder.
  channels: upTo(3),
  filters: upTo(6),
  kernel: fc.tuple(upTo(3), upTo(3), upTo(3)),
  strides: fc.tuple(upTo(2), upTo(3), upTo(2)),
  pad: fc.constantFrom('same' as const, 'valid' as const),
});

describe('the gradients of conv3d', () => {
  test('are those of the cpu backend', async () => {
    const property = fc.asyncProperty(convolutions, async (c) => {
      const x = values([c.batch, ...c.sizes, c.channels], 1);
      const w = values([...c.kernel, c.channels, c.filters], 2);
      await expectMatchesCpu(
        (x, w) => tf.conv3d(x as tf.Tensor5D, w as tf.Tensor5D, c.strides, c.pad),
        [x, w],
      );
    });
    await fc.assert(property, { seed: 1, numRuns: 40 });
  });

  test('match finite differences', async () => {
    await expectMatchesDifferences(
      'wasm',
      (x, w) => tf.conv3d(x as tf.Tensor5D, w as tf.Tensor5D, 2, 'same'),
      [values([2, 5, 4, 6, 2], 1), values([3, 2, 3, 2, 5], 2)],
    );
  });
});

test('conv3dTranspose is that of the cpu backend', async () => {
  const [y, w] = [values([2, 3, 2, 3, 5], 1), values([3, 2, 3, 2, 5], 2)];
  const on = (backend: string) =>
    onBackend(backend, () => {
      const [from, filter] = [y, w].map(({ data, shape }) =>
        tf.tensor5d(data, shape as [number, number, number, number, number]),
      );
      const shape: [number, number, number, number, number] = [2, 6, 4, 6, 2];
      return tf.conv3dTranspose(from, filter, shape, 2, 'same').dataSync() as Float32Array;
    });
  expect(await on('wasm')).toBeAllclose(await on('cpu'), SUMS);
});
