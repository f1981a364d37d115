import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectMatchesCpu, SUMS } from '../testing/expect-matches-cpu.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const activations = ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'prelu', 'leakyrelu'] as const;
const cases = activations.flatMap((activation) =>
  [1, 3].flatMap((batch) => [false, true].map((transposeB) => ({ activation, batch, transposeB }))),
);

test.each(cases)(
  'products of $batch matrices, transposed: $transposeB, with $activation, are those of cpu',
  async ({ activation, batch, transposeB }) => {
    const product = (): Float32Array => {
      const tensor = (shape: number[], seed: number) => tf.tensor(values(shape, seed).data, shape);
      return tf.fused
        .matMul({
          a: tensor([batch, 4, 5], 1) as tf.Tensor3D,
          b: tensor(transposeB ? [batch, 6, 5] : [batch, 5, 6], 2) as tf.Tensor3D,
          transposeB,
          bias: tensor([6], 3),
          activation,
          preluActivationWeights: activation === 'prelu' ? tensor([6], 4) : undefined,
          leakyreluAlpha: 0.3,
        })
        .dataSync() as Float32Array;
    };
    const wasm = await onBackend('wasm', product);
    expect(wasm).toHaveLength(batch * 24);
    expect(wasm).toBeAllclose(await onBackend('cpu', product), SUMS);
  },
);

test.each([[[6]], [[1]], [[4, 6]], [[4, 1]]])(
  'a bias of %o has the gradients of cpu',
  async (bias) => {
    await expectMatchesCpu(
      (a, b, bias) =>
        tf.fused.matMul({ a: a as tf.Tensor2D, b: b as tf.Tensor2D, bias, activation: 'relu' }),
      [values([4, 5], 1), values([5, 6], 2), values(bias, 3)],
    );
  },
);

test('an activation that tfjs does not fuse is named', () =>
  onBackend('wasm', () => {
    const a = tf.ones([2, 3, 4]);
    const attrs = { transposeA: false, transposeB: true, activation: 'constructor' };
    expect(() => tf.engine().runKernel('_FusedMatMul', { a, b: a }, attrs)).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: expect.stringMatching(/must be one of linear, relu, .*, got constructor/),
      }),
    );
  }));

test('a leak of no size is 0', async () => {
  const values = await onBackend('wasm', () => {
    const inputs = { a: tf.tensor2d([[1]]), b: tf.tensor2d([[-2]]) };
    const attrs = { transposeA: true, transposeB: false, activation: 'leakyrelu' };
    return [...(tf.engine().runKernel('_FusedMatMul', inputs, attrs) as tf.Tensor).dataSync()];
  });
  expect(values).toBeAllclose([0], { rtol: 0, atol: 0 });
});
