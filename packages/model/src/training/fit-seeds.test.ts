import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { SLOPE_LENGTH, slopes, smallModel, trainSlopes } from '../testing/slopes.ts';
import { getWeightsData } from '../util/weights-data.ts';
import { fit } from './fit.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** What `augment` sees in each step of two epochs: which examples, and the first random number. */
async function steps(seed: number): Promise<{ examples: number[]; random: number }[]> {
  const { x } = slopes(20);
  const firsts = Array.from({ length: 20 }, (_, i) => x[i * SLOPE_LENGTH]);
  const seen: { examples: number[]; random: number }[] = [];
  await trainSlopes({
    epochs: 2,
    seed,
    augment(batch, { size, random }) {
      const examples = Array.from({ length: size }, (_, i) =>
        firsts.indexOf(batch[i * SLOPE_LENGTH]),
      );
      seen.push({ examples, random: random() });
    },
  });
  return seen;
}

/** The seeds of both dropout layers after each step of two epochs, and after the run. */
async function dropoutSeeds(seed: number): Promise<{ steps: number[][]; after: unknown[] }> {
  const model = smallModel();
  const seeds = () =>
    model.layers
      .filter((layer) => layer.getClassName() === 'Dropout')
      .map((layer) => (layer as unknown as { seed: number }).seed);
  const all: number[][] = [];
  const record = { name: 'record', onBatchEnd: () => void all.push(seeds()) };
  await fit(model, slopes(16), { epochs: 2, batchSize: 8, seed, callbacks: [record] });
  const after = seeds();
  model.dispose();
  return { steps: all, after };
}

it('takes every example once in each epoch', async () => {
  const seen = await steps(1);
  const sorted = [seen.slice(0, 3), seen.slice(3)].map((epoch) =>
    epoch.flatMap(({ examples }) => examples).toSorted((a, b) => a - b),
  );
  const all = Array.from({ length: 20 }, (_, i) => i);
  expect(sorted).toEqual([all, all]);
});

it('takes them in another order in each epoch and for each seed', async () => {
  const orders = [await steps(1), await steps(2)].flatMap((seen) => [
    seen.slice(0, 3).flatMap(({ examples }) => examples),
    seen.slice(3).flatMap(({ examples }) => examples),
  ]);
  expect(new Set(orders.map(String)).size).toBe(4);
});

it('gives each step random numbers of its own, as every run so far', async () => {
  const random = (await steps(1)).map((step) => step.random);
  expect(random.slice(0, 4)).toEqual([
    0.4495476308543569, 0.9834244523868672, 0.31303053673648606, 0.16237748200736635,
  ]);
  expect(new Set(random).size).toBe(6);
});

it('gives each dropout of each step a seed of its own, as every run so far', async () => {
  expect((await dropoutSeeds(1)).steps).toEqual([
    [3730900104, 1835318290],
    [4198253969, 2434740196],
    [1166892050, 2972032009],
    [415696243, 4258162922],
  ]);
});

it('puts the seeds of the layers back, also after a run that fails', async () => {
  expect((await dropoutSeeds(1)).after).toEqual([null, null].map(() => undefined));
  const model = smallModel();
  const layer = model.getLayer('dropout_1') as unknown as { seed?: number };
  layer.seed = 5;
  const fail = () => Promise.reject(new Error('no'));
  const callbacks = [{ name: 'fail', onBatchEnd: fail }];
  await expect(fit(model, slopes(8), { epochs: 1, callbacks })).rejects.toThrow('no');
  expect(layer.seed).toBe(5);
  model.dispose();
});

it('changes the order and the masks alone: one batch without dropout is the same', async () => {
  const whole = (seed: number) => trainSlopes({ seed, batchSize: 20, epochs: 1 }, { dropout: 0 });
  const [first, second] = [await whole(1), await whole(2)];
  // Sums in another order, in float32.
  expect(second.weights).toBeAllclose(first.weights, { rtol: 0, atol: 1e-5 });
});

it('leaves the first weights to the model', async () => {
  const [first, second] = [smallModel(), smallModel()];
  await fit(first, slopes(8), { epochs: 1, seed: 1, learningRate: () => 0 });
  expect((await getWeightsData(first))[0]).toEqual((await getWeightsData(second))[0]);
  first.dispose();
  second.dispose();
});
