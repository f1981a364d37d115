import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectMatchesCpu, SUMS, within } from '../testing/expect-matches-cpu.ts';
import { expectMatchesDifferences } from '../testing/expect-matches-differences.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const cases = fc.record({
  shape: fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 40 })),
  channels: fc.integer({ min: 1, max: 9 }),
});

/** Batch normalisation as a layer does it in training: with the batch's own moments. */
const inTraining = (x: tf.Tensor, offset: tf.Tensor, scale: tf.Tensor): tf.Tensor => {
  const { mean, variance } = tf.moments(x, [0, 1]);
  return tf.batchNorm(
    tf.expandDims(x, 1) as tf.Tensor4D,
    mean as tf.Tensor1D,
    variance as tf.Tensor1D,
    offset as tf.Tensor1D,
    scale as tf.Tensor1D,
    1e-3,
  );
};

describe('batch normalisation and its gradients', () => {
  test('are those of the cpu backend for given moments', async () => {
    const property = fc.asyncProperty(cases, async ({ shape, channels }) => {
      const inputs = [
        values([...shape, 1, channels], 1),
        ...[2, 3, 4, 5].map((seed) => values([channels], seed)),
      ];
      await expectMatchesCpu(
        (x, mean, deviation, offset, scale) =>
          tf.batchNorm(
            x as tf.Tensor4D,
            mean as tf.Tensor1D,
            tf.square(deviation) as tf.Tensor1D,
            offset as tf.Tensor1D,
            scale as tf.Tensor1D,
            0.1,
          ),
        inputs,
      );
    });
    await fc.assert(property, { seed: 1, numRuns: 40 });
  });

  test('are those of the cpu backend with the moments of the batch', async () => {
    const property = fc.asyncProperty(cases, async ({ shape, channels }) => {
      const inputs = [
        values([...shape, channels], 1),
        values([channels], 2),
        values([channels], 3),
      ];
      // Few rows can have a variance near epsilon, where the gradient is large and cancels.
      await expectMatchesCpu(inTraining, inputs, within(2e-3));
    });
    await fc.assert(property, { seed: 1, numRuns: 40 });
  });

  test('sum a million rows in blocks, so that the sums are right to float32', async () => {
    const sums = await onBackend('wasm', () => {
      const [rows, one] = [tf.fill([1000000, 1], 0.1), tf.ones([1])];
      const inputs = { x: rows, dy: rows, mean: tf.zeros([1]), variance: one, scale: one };
      const attrs = { varianceEpsilon: 0 };
      const outputs = tf.engine().runKernel('SerBatchNormGrad', inputs, attrs) as tf.Tensor[];
      const [, , , dScale, dOffset] = outputs.map((output) => output.dataSync()[0]);
      return [dScale, dOffset];
    });
    // In blocks of 64 they are off by 2e-4; one by one they would make 9,865 and 100,958.
    expect(sums).toBeAllclose([10000, 100000], { rtol: 1e-3, atol: 0 });
  });

  test('are those of the cpu backend for one scale of three channels', async () => {
    await expectMatchesCpu(
      (x) =>
        tf.batchNorm(
          x as tf.Tensor4D,
          tf.tensor1d([0.1, -0.2, 0.3]),
          tf.tensor1d([0.5, 0.6, 0.7]),
          tf.tensor1d([1, 2, 3]),
          tf.tensor1d([2]),
        ),
      [values([2, 2, 3, 3], 1)],
    );
  });

  test.each([
    { shape: [4, 30, 5], moments: [5] },
    { shape: [4, 5, 6], moments: [1, 5, 1] },
  ])(
    'without a scale, $shape by $moments, are those with a scale of ones',
    async ({ shape, moments }) => {
      const results = await onBackend('wasm', () => {
        const tensor = (shape: number[], seed: number) =>
          tf.tensor(values(shape, seed).data, shape);
        const inputs = {
          x: tensor(shape, 1),
          dy: tensor(shape, 2),
          mean: tensor(moments, 3),
          variance: tf.square(tensor(moments, 4)),
        };
        return [{}, { scale: tf.ones(moments) }].map((scale) => {
          const attrs = { varianceEpsilon: 0.5 };
          const all = { ...inputs, ...scale } as unknown as tf.NamedTensorMap;
          const outputs = tf.engine().runKernel('SerBatchNormGrad', all, attrs);
          return (outputs as tf.Tensor[]).map((y) => [y.shape, [...y.dataSync()]]);
        });
      });
      expect(results[0]).toEqual(results[1]);
      expect(results[0].map(([shape]) => shape)).toEqual([shape, ...new Array(4).fill(moments)]);
    },
  );

  test('match finite differences', async () => {
    await expectMatchesDifferences(
      'wasm',
      inTraining,
      [values([4, 30, 5], 1), values([5], 2), values([5], 3)],
      // Float32 rounds sums of about 30 to 3e-6; over a step of 1e-2 that is 3e-4 of scale 10.
      { step: 1e-2, tolerance: 1e-3 },
    );
  });

  describe.each([0, 1, 2])('along axis %i', (axis) => {
    // 5 channels along `axis`; the other axes have other sizes, so that a mix-up shows.
    const shape = [4, 3, 6];
    shape[axis] = 5;
    const kept = shape.map((size, i) => (i === axis ? size : 1)) as [number, number, number];
    const others = [0, 1, 2].filter((other) => other !== axis);
    const normalise = (x: tf.Tensor, offset: tf.Tensor, scale: tf.Tensor): tf.Tensor => {
      const { mean, variance } = tf.moments(x, others, true);
      return tf.batchNorm(
        x as tf.Tensor3D,
        mean as tf.Tensor3D,
        variance as tf.Tensor3D,
        tf.reshape(offset, kept),
        tf.reshape(scale, kept),
      );
    };
    const inputs = [values(shape, 1), values([5], 2), values([5], 3)];

    test('match finite differences', async () => {
      await expectMatchesDifferences('wasm', normalise, inputs, { step: 1e-2, tolerance: 1e-3 });
    });

    test('are those of x transposed', async () => {
      const perm = [...others, axis];
      const [actual, expected] = await onBackend('wasm', () => {
        const [x, offset, scale] = inputs.map(({ data, shape }) => tf.tensor(data, shape));
        const rows = inTraining(tf.transpose(x, perm), offset, scale);
        const back = perm.map((_, i) => perm.indexOf(i));
        const transposed = tf.transpose(tf.squeeze(rows, [1]), back);
        return [normalise(x, offset, scale), transposed].map((y) => y.dataSync() as Float32Array);
      });
      expect(actual).toBeAllclose(expected, SUMS);
    });
  });

  test('are those of the cpu backend for moments of every element', async () => {
    const shape = [2, 3, 2, 5];
    await expectMatchesCpu(
      (x, mean, offset, scale) =>
        tf.batchNorm(
          x as tf.Tensor4D,
          mean as tf.Tensor4D,
          tf.add(tf.square(mean), 1) as tf.Tensor4D,
          offset as tf.Tensor4D,
          scale as tf.Tensor4D,
        ),
      [1, 2, 3, 4].map((seed) => values(shape, seed)),
    );
  });
});
