import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectMatchesCpu, SUMS } from '../testing/expect-matches-cpu.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const size = fc.integer({ min: 1, max: 21 });

describe('matMul and its gradients', () => {
  test('are those of the cpu backend, with and without transposes and batches', async () => {
    const products = fc.record({
      m: size,
      n: size,
      depth: size,
      batch: fc.constantFrom([], [1], [3], [2, 2]),
      transposeA: fc.boolean(),
      transposeB: fc.boolean(),
    });
    const property = fc.asyncProperty(products, async (p) => {
      const a = values([...p.batch, ...(p.transposeA ? [p.depth, p.m] : [p.m, p.depth])], 1);
      const b = values([...p.batch, ...(p.transposeB ? [p.n, p.depth] : [p.depth, p.n])], 2);
      await expectMatchesCpu((a, b) => tf.matMul(a, b, p.transposeA, p.transposeB), [a, b]);
    });
    await fc.assert(property, { seed: 1, numRuns: 80 });
  });

  test('broadcast over batches', async () => {
    // The gradient of a broadcast product has the wrong shape in tfjs itself; the product counts.
    const product = (): number[] => {
      const a = tf.tensor(values([3, 5, 7], 1).data, [3, 5, 7]);
      const b = tf.tensor(values([1, 9, 7], 2).data, [1, 9, 7]);
      return [...tf.matMul(a, b, false, true).dataSync()];
    };
    const wasm = await onBackend('wasm', product);
    expect(wasm).toBeAllclose(await onBackend('cpu', product), SUMS);
  });

  test('cover more columns than one block', async () => {
    await expectMatchesCpu(
      (a, b) => tf.matMul(a, b, false, true),
      [values([5, 6], 1), values([1035, 6], 2)],
    );
  });

  test('sum over more than one block', async () => {
    await expectMatchesCpu(
      (a, b) => tf.matMul(a, b, true, false),
      [values([700, 9], 1), values([700, 11], 2)],
    );
  });
});

describe('products of whole numbers', () => {
  const matrix = (shape: number[], seed: number): tf.Tensor =>
    tf.tensor(
      values(shape, seed).data.map((value) => Math.round(1e5 * value)),
      shape,
      'int32',
    );

  test('are exact beyond what float32 holds, and wrap as int32 does', async () => {
    const product = (): number[] => [
      ...tf.matMul(matrix([3, 40], 1), matrix([40, 5], 2)).dataSync(),
    ];
    expect(await onBackend('wasm', product)).toEqual(await onBackend('cpu', product));
  });

  test('broadcast along either axis of the batches', async () => {
    // Not against cpu, which leaves half of it out.
    const [product, tiled] = await onBackend('wasm', () => {
      const [a, b] = [matrix([2, 1, 3, 4], 1), matrix([3, 4, 5], 2)];
      const [everyA, everyB] = [
        tf.tile(a, [1, 3, 1, 1]),
        tf.tile(tf.reshape(b, [1, 3, 4, 5]), [2, 1, 1, 1]),
      ];
      return [tf.matMul(a, b), tf.matMul(everyA, everyB)].map((c) => [c.shape, [...c.dataSync()]]);
    });
    expect(product).toEqual(tiled);
  });

  test('make a confusion matrix', async () => {
    const confusion = await onBackend('wasm', () => {
      const truth = tf.tensor1d([0, 1, 2, 1, 0], 'int32');
      const predicted = tf.tensor1d([0, 2, 2, 1, 0], 'int32');
      const matrix = tf.math.confusionMatrix(truth, predicted, 3);
      return [matrix.dtype, ...matrix.dataSync()];
    });
    expect(confusion).toEqual(['int32', 2, 0, 0, 0, 1, 1, 0, 0, 1]);
  });

  test('have real gradients', async () => {
    const gradients = () =>
      tf
        .grads((a, b) => tf.sum(tf.matMul(a, b)))([matrix([3, 4], 1), matrix([4, 2], 2)])
        .map((gradient) => [gradient.dtype, ...gradient.dataSync()]);
    expect(await onBackend('wasm', gradients)).toEqual(await onBackend('cpu', gradients));
  });
});

test('whole numbers whose inner sizes differ have no product', () =>
  onBackend('wasm', () => {
    const inputs = { a: tf.zeros([2, 3], 'int32'), b: tf.zeros([2, 4], 'int32') };
    const attrs = { transposeA: false, transposeB: false };
    expect(() => tf.engine().runKernel('BatchMatMul', inputs, attrs)).toThrow(
      expect.objectContaining({
        name: 'WasmTrainingError',
        code: 'bad-argument',
        message: expect.stringMatching(/\[2,3\] and \[2,4\].*got 3 and 2$/),
      }),
    );
  }));

test.each([
  ['float32', 'int32'],
  ['int32', 'float32'],
] as const)("the product of %s and %s is left to tfjs' own kernel, which refuses it", (a, b) =>
  onBackend('wasm', () => {
    const inputs = { a: tf.ones([2, 3], a), b: tf.ones([4, 3], b) };
    const attrs = { transposeA: false, transposeB: true };
    expect(() => tf.engine().runKernel('BatchMatMul', inputs, attrs)).toThrow(/non-float32/);
  }),
);

test('products of nothing are zeros, whatever the memory held', () =>
  onBackend('wasm', () => {
    tf.fill([600], Number.NaN).dispose();
    const [a, b] = [tf.zeros([20, 0]), tf.zeros([0, 30])] as [tf.Tensor2D, tf.Tensor2D];
    expect(
      tf
        .matMul(a, b)
        .dataSync()
        .every((value) => value === 0),
    ).toBe(true);
    tf.fill([600], Number.NaN).dispose();
    const bias = tf.ones([30]);
    expect(
      tf.fused
        .matMul({ a, b, bias })
        .dataSync()
        .every((value) => value === 1),
    ).toBe(true);
  }));

test('no matrices and one have no product, of which tfjs makes a remainder by zero', () =>
  onBackend('wasm', () => {
    const product = tf.matMul(tf.zeros([0, 2, 3]), tf.zeros([1, 3, 4]));
    expect(product.shape).toEqual([0, 2, 4]);
    expect(product.dataSync()).toHaveLength(0);
  }));
