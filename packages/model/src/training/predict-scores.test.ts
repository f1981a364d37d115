import '@tensorflow/tfjs-backend-cpu';
import { setBackend, type Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { input, layers, model as makeModel } from '@tensorflow/tfjs-layers';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { buildModel } from '../models/build-model.ts';
import { predictScores } from './predict-scores.ts';

beforeAll(() => setBackend('cpu'));

function keep(model: LayersModel): LayersModel {
  onTestFinished(() => void model.dispose());
  return model;
}
const smallModel = () =>
  keep(buildModel({ inputShape: [4, 1], classes: 3, blocks: [{ filters: 2, kernelSize: 3 }] }));
const x = Float32Array.from({ length: 5 * 4 }, (_, i) => Math.sin(i));

it('gives a row of probabilities for each example', async () => {
  const scores = await predictScores(smallModel(), x);
  const sums = [0, 1, 2, 3, 4].map((i) =>
    scores.subarray(i * 3, (i + 1) * 3).reduce((a, b) => a + b),
  );
  // Float32 softmax.
  expect(sums).toBeAllclose([1, 1, 1, 1, 1], { rtol: 1e-6 });
});

it.each([1, 2, 5, 100])('gives the same scores in batches of %i', async (batchSize) => {
  const model = smallModel();
  expect(await predictScores(model, x, { batchSize })).toEqual(await predictScores(model, x));
});

it.each([
  [undefined, [256, 4]],
  [100, [100, 100, 60]],
])('with a batch size of %j runs batches of %j', async (batchSize, expected) => {
  const model = smallModel();
  const sizes: number[] = [];
  const { apply } = model;
  model.apply = (inputs, ...others) => {
    sizes.push((inputs as Tensor).shape[0]);
    return apply.call(model, inputs, ...others);
  };
  const examples = Float32Array.from({ length: 260 * 4 }, (_, i) => Math.sin(i));
  await predictScores(model, examples, { batchSize });
  expect(sizes).toEqual(expected);
});

it('gives nothing for nothing', async () => {
  expect(await predictScores(smallModel(), new Float32Array())).toEqual(new Float32Array());
});

it('refuses half an example', async () => {
  await expect(predictScores(smallModel(), x.subarray(1))).rejects.toMatchObject({
    code: 'bad-argument',
    message: 'predictScores: `x` must hold whole examples of 4 values, got 19',
  });
});

it('names the example that is not finite', async () => {
  const bad = x.map((value, i) => (i === 9 ? Number.POSITIVE_INFINITY : value));
  await expect(predictScores(smallModel(), bad)).rejects.toMatchObject({
    code: 'bad-argument',
    message: 'predictScores: `x` must be finite, got Infinity in example 2',
  });
});

it('refuses a batch of none', async () => {
  await expect(predictScores(smallModel(), x, { batchSize: 0 })).rejects.toThrow('`batchSize`');
});

it('refuses a model with two outputs', async () => {
  const frames = input({ shape: [2] });
  const heads = [0, 1].map(
    () => layers.dense({ units: 2 }).apply(frames) as ReturnType<typeof input>,
  );
  const model = keep(makeModel({ inputs: frames, outputs: heads }));
  await expect(predictScores(model, x)).rejects.toThrow(
    'predictScores: `model` must have one input and one output of shape ' +
      '[batch, classes], got 1 and 2',
  );
});
