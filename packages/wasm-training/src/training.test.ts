import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from './enable-wasm-training.ts';
import { within } from './testing/expect-matches-cpu.ts';
import { values } from './testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const init = (
  seed: number,
): { kernelInitializer: ReturnType<typeof tfl.initializers.heNormal> } => ({
  kernelInitializer: tfl.initializers.heNormal({ seed }),
});

/** Every kind of layer that the reference CNN has, with dropout, small. */
function sequenceModel(): tfl.LayersModel {
  const { layers, regularizers } = tfl;
  return tfl.sequential({
    layers: [
      layers.conv1d({
        inputShape: [18, 1],
        filters: 6,
        kernelSize: 5,
        padding: 'same',
        activation: 'relu',
        kernelRegularizer: regularizers.l2({ l2: 1e-4 }),
        ...init(1),
      }),
      layers.batchNormalization(),
      layers.maxPooling1d({ poolSize: 4, padding: 'same' }),
      layers.conv1d({ filters: 9, kernelSize: 3, padding: 'same', dilationRate: 2, ...init(2) }),
      layers.dropout({ rate: 0.2, seed: 3 }),
      layers.averagePooling1d({ poolSize: 2, padding: 'same' }),
      layers.globalAveragePooling1d({}),
      layers.dense({ units: 7, activation: 'relu', ...init(4) }),
      layers.dense({ units: 3, activation: 'softmax', ...init(5) }),
    ],
  });
}

/** Layers for images, without dropout, so that two backends can be compared. */
function imageModel(): tfl.LayersModel {
  const { layers } = tfl;
  return tfl.sequential({
    layers: [
      layers.conv2d({
        inputShape: [8, 9, 2],
        filters: 5,
        kernelSize: 3,
        strides: 2,
        padding: 'same',
        activation: 'relu',
        ...init(1),
      }),
      layers.batchNormalization(),
      layers.depthwiseConv2d({
        kernelSize: 3,
        padding: 'same',
        depthwiseInitializer: tfl.initializers.heNormal({ seed: 2 }),
      }),
      layers.separableConv2d({
        filters: 6,
        kernelSize: 2,
        depthwiseInitializer: tfl.initializers.heNormal({ seed: 3 }),
        pointwiseInitializer: tfl.initializers.heNormal({ seed: 4 }),
      }),
      layers.conv2dTranspose({ filters: 4, kernelSize: 2, strides: 2, ...init(5) }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.averagePooling2d({ poolSize: 2, padding: 'valid' }),
      layers.flatten(),
      layers.dense({ units: 3, activation: 'softmax', ...init(6) }),
    ],
  });
}

/**
 * Trains on separable random data.
 *
 * @returns Losses and final weights.
 */
async function train(
  build: () => tfl.LayersModel,
  {
    backend,
    steps,
    optimizer: makeOptimizer = () => tf.train.adam(0.01),
  }: { backend: string; steps: number; optimizer?: () => tf.Optimizer },
): Promise<{ losses: number[]; weights: Float32Array[] }> {
  await tf.setBackend(backend);
  expect(tf.getBackend()).toBe(backend);
  const model = build();
  const optimizer = makeOptimizer();
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const batch = 24;
  const inputs = values([batch, ...(model.inputs[0].shape.slice(1) as number[])], 8);
  const perRow = inputs.data.length / batch;
  // Each class shifts its rows, so that there is something to learn.
  inputs.data.forEach((value, i) => {
    inputs.data[i] = value + (Math.floor(i / perRow) % 3);
  });
  const x = tf.tensor(inputs.data, inputs.shape);
  const labels = tf.tensor1d(
    Array.from({ length: batch }, (_, i) => i % 3),
    'int32',
  );
  const y = tf.cast(tf.oneHot(labels, 3), 'float32');
  const losses: number[] = [];
  let tensors = 0;
  for (let step = 0; step < steps; step++) {
    losses.push((await model.trainOnBatch(x, y)) as number);
    // The first step makes the optimizer's variables; later steps must keep nothing.
    if (step === 0) tensors = tf.memory().numTensors;
  }
  expect(tf.memory().numTensors).toBe(tensors);
  const weights = model.getWeights().map((weight) => weight.dataSync() as Float32Array);
  tf.dispose([x, y, labels]);
  model.dispose();
  optimizer.dispose();
  return { losses, weights };
}

describe('training on wasm', () => {
  let first: Awaited<ReturnType<typeof train>>;
  beforeAll(async () => {
    first = await train(sequenceModel, { backend: 'wasm', steps: 30 });
  });

  test('lowers the loss', () => {
    expect(first.losses[29]).toBeLessThan(first.losses[0] / 2);
  });

  test('ends with the same bits in two runs', async () => {
    const second = await train(sequenceModel, { backend: 'wasm', steps: 30 });
    expect(second.losses).toEqual(first.losses);
    expect(second.weights).toEqual(first.weights);
  });

  test('follows the cpu backend through five steps', async () => {
    // Plain gradient descent: Adam's first step is the sign of the gradient, which is arbitrary
    // where the gradient vanishes. Losses near 1 in float32 differ by a few 1e-7 a step.
    const options = { steps: 5, optimizer: () => tf.train.sgd(0.1) };
    const wasm = await train(imageModel, { backend: 'wasm', ...options });
    const cpu = await train(imageModel, { backend: 'cpu', ...options });
    expect(wasm.losses).toBeAllclose(cpu.losses, { rtol: 0, atol: 1e-5 });
    expect(wasm.weights).toBeAllclose(cpu.weights, within(1e-5));
  });
});
