import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, regularizers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { evaluate } from './evaluate.ts';

beforeAll(() => tf.setBackend('cpu'));

/**
 * Softmax of the input itself: an input that is the logarithm of probabilities scores just those.
 */
function softmaxOf(l2 = 0): LayersModel {
  const model = sequential({
    layers: [
      layers.dense({
        units: 2,
        inputShape: [2],
        useBias: false,
        activation: 'softmax',
        ...(l2 > 0 && { kernelRegularizer: regularizers.l2({ l2 }) }),
      }),
    ],
  });
  tf.tidy(() => model.setWeights([tf.eye(2)]));
  onTestFinished(() => void model.dispose());
  return model;
}

/** Two examples of probability 0.8 for class 0 and class 1; the second is of class 0. */
const data = { x: Float32Array.of(0.8, 0.2, 0.2, 0.8).map(Math.log), y: [0, 0] };
const CROSS_ENTROPY = -(Math.log(0.8) + Math.log(0.2)) / 2;

/** A softmax in float32, whose probabilities err by some 1e-7. */
const FLOAT32 = { rtol: 0, atol: 5e-7 };

it('gives the mean cross-entropy', async () => {
  expect((await evaluate(softmaxOf(), data)).loss).toBeAllclose(CROSS_ENTROPY, FLOAT32);
});

it('adds the penalties of the model', async () => {
  // The kernel has two ones.
  expect((await evaluate(softmaxOf(0.25), data)).loss).toBeAllclose(CROSS_ENTROPY + 0.5, FLOAT32);
});

it('gives the share that is right', async () => {
  expect((await evaluate(softmaxOf(), data)).accuracy).toBe(0.5);
});

it('stays finite where the right class has no probability, as Keras', async () => {
  const sure = { x: Float32Array.of(200, 0), y: [1] };
  expect((await evaluate(softmaxOf(), sure)).loss).toBeAllclose(-Math.log(1e-7), FLOAT32);
});

it('refuses data that does not fit', async () => {
  await expect(evaluate(softmaxOf(), { x: data.x, y: [0] })).rejects.toMatchObject({
    code: 'bad-dataset',
    message: 'evaluate: `dataset.x` must hold 1 examples of 2 = 2 values, got 4',
  });
});
