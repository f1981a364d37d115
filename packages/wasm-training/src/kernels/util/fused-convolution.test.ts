import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
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

test.each(cases)(
  'fused convolutions of $kernel, strides $strides, padding $pad, then $activation, are those of the cpu backend',
  async ({ activation, kernel, strides, pad }) => {
    const outputs = (): Float32Array[] => {
      const tensor = (shape: number[], seed: number) => tf.tensor(values(shape, seed).data, shape);
      const options = {
        x: tensor([2, 5, 6, 3], 1) as tf.Tensor4D,
        strides,
        pad,
        activation,
        leakyreluAlpha: 0.3,
      };
      const slopes = (channels: number) =>
        activation === 'prelu' ? tensor([channels], 4) : undefined;
      const full = tf.fused.conv2d({
        ...options,
        filter: tensor([...kernel, 3, 4], 2) as tf.Tensor4D,
        bias: tensor([4], 3),
        preluActivationWeights: slopes(4),
      });
      const depthwise = tf.fused.depthwiseConv2d({
        ...options,
        filter: tensor([...kernel, 3, 1], 2) as tf.Tensor4D,
        bias: tensor([3], 3),
        preluActivationWeights: slopes(3),
        strides: strides[0],
      });
      return [full, depthwise].map((output) => output.dataSync() as Float32Array);
    };
    const wasm = await onBackend('wasm', outputs);
    const cpu = await onBackend('cpu', outputs);
    expect(wasm).toHaveLength(2);
    expect(wasm).toBeAllclose(cpu, SUMS);
  },
);
