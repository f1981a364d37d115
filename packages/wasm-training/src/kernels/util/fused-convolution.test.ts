import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../../enable-wasm-training.ts';
import { SUMS } from '../../testing/expect-matches-cpu.ts';
import { onBackend } from '../../testing/on-backend.ts';
import { values } from '../../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const activations = ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'prelu', 'leakyrelu'] as const;
const convolutions = [
  { kernel: [3, 3], strides: [1, 1] as [number, number], pad: 'same' as const },
  // XNNPACK refuses this one, and sees another size in the next.
  { kernel: [2, 1], strides: [2, 2] as [number, number], pad: 'same' as const },
  { kernel: [2, 3], strides: [1, 1] as [number, number], pad: 1 },
];
const cases = activations.flatMap((activation) =>
  convolutions.map((convolution) => ({ activation, ...convolution })),
);

describe.each(cases)(
  'convolutions of $kernel, strides $strides, padding $pad, with bias and $activation',
  ({ activation, kernel, strides, pad }) => {
    const tensor = (shape: number[], seed: number) => tf.tensor(values(shape, seed).data, shape);
    const options = () => ({
      x: tensor([2, 5, 6, 3], 1) as tf.Tensor4D,
      strides,
      pad,
      activation,
      leakyreluAlpha: 0.3,
    });
    const slopes = (channels: number) =>
      activation === 'prelu' ? tensor([channels], 4) : undefined;
    const floats = (output: tf.Tensor): Float32Array => output.dataSync() as Float32Array;

    const full = (): Float32Array =>
      floats(
        tf.fused.conv2d({
          ...options(),
          filter: tensor([...kernel, 3, 4], 2) as tf.Tensor4D,
          bias: tensor([4], 3),
          preluActivationWeights: slopes(4),
        }),
      );

    const depthwise = (): Float32Array =>
      floats(
        tf.fused.depthwiseConv2d({
          ...options(),
          filter: tensor([...kernel, 3, 1], 2) as tf.Tensor4D,
          bias: tensor([3], 3),
          preluActivationWeights: slopes(3),
          strides: strides[0],
        }),
      );

    test.each([
      ['full', full],
      ['depthwise', depthwise],
    ])('%s ones are those of the cpu backend', async (_, output) => {
      expect(await onBackend('wasm', output)).toBeAllclose(await onBackend('cpu', output), SUMS);
    });
  },
);
