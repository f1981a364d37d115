import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { SUMS } from '../testing/expect-matches-cpu.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

const tensor = (shape: number[], seed: number): tf.Tensor =>
  tf.tensor(values(shape, seed).data, shape);
const attrs = { strides: [1, 1], pad: 'valid', dataFormat: 'NCHW', dilations: [1, 1] };

describe('channels-first data', () => {
  test.each(['Conv2D', 'FusedConv2D'])("are refused by tfjs' own kernel: %s", (kernel) =>
    onBackend('wasm', () => {
      const inputs = { x: tensor([1, 3, 4, 4], 1), filter: tensor([2, 2, 3, 5], 2) };
      const run = () => tf.engine().runKernel(kernel, inputs, { ...attrs, activation: 'linear' });
      expect(run).toThrow(/wasm backend \w+ does not support dataFormat/);
    }),
  );

  test('have no gradient of a filter', () =>
    onBackend('wasm', () => {
      const inputs = { x: tensor([1, 3, 4, 4], 1), dy: tensor([1, 5, 3, 3], 2) };
      const run = () =>
        tf
          .engine()
          .runKernel('Conv2DBackpropFilter', inputs, { ...attrs, filterShape: [2, 2, 3, 5] });
      expect(run).toThrow(
        expect.objectContaining({
          name: 'WasmTrainingError',
          code: 'unsupported-gradient',
          message: expect.stringMatching(/must be 'NHWC'.*got 'NCHW'$/),
        }),
      );
    }));

  test("have the gradient of an input that tfjs' own kernel computes", async () => {
    const gradient = (): Float32Array => {
      const inputs = { dy: tensor([2, 5, 3, 3], 1), filter: tensor([2, 2, 3, 5], 2) };
      const shape = { ...attrs, inputShape: [2, 3, 4, 4] };
      const dx = tf.engine().runKernel('Conv2DBackpropInput', inputs, shape) as tf.Tensor;
      return dx.dataSync() as Float32Array;
    };
    expect(await onBackend('wasm', gradient)).toBeAllclose(await onBackend('cpu', gradient), SUMS);
  });
});
