import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectMatchesDifferences } from '../testing/expect-matches-differences.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';
import { type ConvolutionSizes, convolution1D } from './convolution.ts';
import { type BatchNormalization, normalise } from './normalise.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

const EPSILON = 0.1;
const CHANNELS = 5;

/** A layer of given weights, whose moving averages are thrown away. */
function layerOf(scale: tf.Tensor, offset: tf.Tensor): BatchNormalization {
  const fixed = (value: tf.Tensor) => ({ read: () => value, write: () => undefined });
  const zeros = fixed(tf.zeros([scale.size]));
  return {
    ...{ axis: -1, momentum: 0.9, epsilon: EPSILON, movingMean: zeros, movingVariance: zeros },
    ...{ gamma: fixed(scale), beta: fixed(offset) },
  };
}

const sizes: ConvolutionSizes = { stride: 1, dilation: 2, padding: 'same' };
const inputs = [[3, 9, 4], [3, 4, CHANNELS], [CHANNELS], [CHANNELS], [CHANNELS]].map((shape, i) =>
  values(shape, i + 1),
);

describe.each([
  [false, false],
  [true, false],
  [false, true],
  [true, true],
])('the gradients of a normalised convolution', (rectifiesInput, rectifiesOutput) => {
  test(`match differences, rectified ${rectifiesInput} and ${rectifiesOutput}`, async () => {
    await expectMatchesDifferences(
      'wasm',
      (x, kernel, bias, scale, offset) =>
        normalise(tf, layerOf(scale, offset), x, {
          convolution: convolution1D(kernel, bias, sizes),
          rectifiesInput,
          rectifiesOutput,
        }),
      inputs,
      // So small that few rectifiers change; float32 rounds sums of 10 to 1e-6, over 2e-3.
      { step: 1e-3, tolerance: 2e-3 },
    );
  });
});

/** Its gradients where a value is not finite, and those of the operations that it stands for. */
function broken(at: number, value: number): Float32Array[][] {
  const tensors = inputs.map(({ shape, data }, i) => {
    const own = data.slice();
    if (i === at) own[3] = value;
    return tf.tensor(own, shape);
  });
  const dy = tf.tensor(values([3, 9, CHANNELS], 99).data, [3, 9, CHANNELS]);
  const run = (f: (...each: tf.Tensor[]) => tf.Tensor) =>
    tf
      .grads(f)(tensors, dy)
      .map((each) => each.dataSync() as Float32Array);
  return [
    run((x, kernel, bias, scale, offset) => {
      const convolution = convolution1D(kernel, bias, sizes);
      return normalise(tf, layerOf(scale, offset), x, { convolution, rectifiesOutput: true });
    }),
    run((x, kernel, bias, scale, offset) => {
      const z = tf.add(
        tf.conv1d(x as tf.Tensor3D, kernel as tf.Tensor3D, 1, 'same', 'NWC', 2),
        bias,
      );
      const { mean, variance } = tf.moments(z, [0, 1]);
      const each = [mean, variance, offset, scale] as tf.Tensor1D[];
      const [m, v, o, s] = each;
      return tf.relu(tf.batchNorm(z as tf.Tensor3D, m, v, o, s, EPSILON));
    }),
  ];
}

test.each([
  [0, Number.NaN],
  [0, Number.POSITIVE_INFINITY],
  [2, Number.NaN],
  [3, Number.NaN],
  [3, Number.NEGATIVE_INFINITY],
  [4, Number.NaN],
  [4, Number.POSITIVE_INFINITY],
])('input %d with %d breaks what it breaks in tfjs', async (at, value) => {
  const [ours, theirs] = await onBackend('wasm', () => broken(at, value));
  expect(ours).toEqual(theirs);
});
