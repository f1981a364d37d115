import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { averageWeights } from '../callbacks/average-weights.ts';
import { earlyStopping } from '../callbacks/early-stopping.ts';
import { ModelError } from '../model-error.ts';
import { oneCycle } from '../schedules/one-cycle.ts';
import { slopes, smallModel, trainSlopes } from '../testing/slopes.ts';
import { evaluate } from './evaluate.ts';
import { fit } from './fit.ts';
import type { FitOptions } from './fit-options.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

it.each<[string, Partial<FitOptions>]>([
  ['as it is', { epochs: 12, learningRate: 0.03 }],
  [
    'with AdamW on a schedule, smoothing, mixup, clipping and noise',
    {
      epochs: 16,
      learningRate: oneCycle(0.1),
      weightDecay: 0.01,
      globalClipnorm: 1,
      labelSmoothing: 0.1,
      mixup: 0.2,
      augment: (x, { random }) => x.map((value) => value + 0.01 * random()),
      callbacks: [averageWeights()],
    },
  ],
])('learns what can be learned, %s', async (_, options) => {
  const model = smallModel();
  const history = await fit(model, slopes(32), { epochs: 1, batchSize: 8, ...options });
  const last = history[history.length - 1];
  expect(last.loss).toBeLessThan(0.8 * history[0].loss);
  // While training, dropout is in the way.
  expect(last.accuracy).toBeGreaterThan(0.7);
  expect((await evaluate(model, slopes(16, 1))).accuracy).toBe(1);
  model.dispose();
});

it('learns nothing of a class of weight 0', async () => {
  const model = smallModel();
  const data = slopes(32);
  await fit(model, data, { epochs: 8, batchSize: 8, learningRate: 0.05, classWeight: [0, 1] });
  const { accuracy } = await evaluate(model, data);
  // Everything is called class 1, which is half of the examples.
  expect(accuracy).toBe(0.5);
  model.dispose();
});

it('gives the same weights for the same seed', async () => {
  expect(await trainSlopes()).toEqual(await trainSlopes());
});

it('gives other weights for another seed', async () => {
  expect((await trainSlopes({ seed: 2 })).weights).not.toEqual((await trainSlopes()).weights);
});

it.each([
  [{ callbacks: [earlyStopping(), earlyStopping()] }, "got 'earlyStopping' twice"],
  [
    {
      callbacks: [
        { name: 'one', replacesWeights: true },
        { name: 'two', replacesWeights: true },
      ],
    },
    'at most one that replaces the weights at the end, got one and two',
  ],
  [{ classWeight: [Number.NaN, 1] }, '`classWeight[0]` must be ≥ 0 and finite, got NaN'],
  [{ seed: Number.NaN }, '`seed` must be a whole number ≥ 0, got NaN'],
  [{ labelSmoothing: 1 }, '`labelSmoothing` must be in [0, 1), got 1'],
  [{ mixup: -1 }, '`mixup` must be ≥ 0 and finite, got -1'],
  [{ globalClipnorm: 0 }, '`globalClipnorm` must be > 0 and finite, got 0'],
  [{ epochs: 0 }, '`epochs` must be a whole number ≥ 1, got 0'],
  [{ batchSize: 1.5 }, '`batchSize`'],
  [{ learningRate: Number.NaN }, '`learningRate` must be > 0 and finite, got NaN'],
  [{ learningRate: () => Number.NaN }, '`learningRate(0, 9)` must be ≥ 0 and finite, got NaN'],
  [{ learningRate: () => -1 }, '`learningRate(0, 9)` must be ≥ 0 and finite, got -1'],
  [{ classWeight: [1] }, '`classWeight` must hold 2 weights, got 1'],
  [
    { validation: { x: new Float32Array(7), y: [0] } },
    '`validation.x` must hold 1 examples of 8 × 1 = 8 values, got 7',
  ],
])('refuses %j', async (options, text) => {
  const error = await trainSlopes(options).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ModelError);
  expect(error.message).toMatch(/^fit: `/);
  expect(error.message).toContain(text);
});

it('refuses a model in which nothing trains', async () => {
  const model = smallModel();
  for (const layer of model.layers) layer.trainable = false;
  await expect(fit(model, slopes(8), { epochs: 1 })).rejects.toThrow('weights that train');
  model.dispose();
});

it.each([
  [{ x: new Float32Array(), y: [] }, 'holds no examples'],
  [
    { x: [1, 2] as never, y: [0] },
    '`dataset.x` must be a Float32Array or an ExampleSource, got object',
  ],
  [{ x: new Float32Array(8), y: [2] }, '`dataset.y[0]` must be a whole number in [0, 2), got 2'],
  [{ x: new Float32Array(8), y: [-1] }, '`dataset.y[0]` must be a whole number in [0, 2), got -1'],
  [{ x: new Float32Array(8), y: [0.5] }, '`dataset.y[0]` must be a whole number in [0, 2)'],
  [{ x: new Float32Array(16).fill(Number.NaN, 9, 10), y: [0, 1] }, 'got NaN in example 1'],
])('refuses data that does not fit', async (dataset, text) => {
  const model = smallModel();
  await expect(fit(model, dataset, { epochs: 1 })).rejects.toMatchObject({
    code: 'bad-dataset',
    message: expect.stringMatching(/^fit: `dataset/),
  });
  await expect(fit(model, dataset, { epochs: 1 })).rejects.toThrow(text);
  model.dispose();
});
