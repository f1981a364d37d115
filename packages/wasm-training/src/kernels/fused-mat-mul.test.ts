import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { SUMS } from '../testing/expect-matches-cpu.ts';
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
