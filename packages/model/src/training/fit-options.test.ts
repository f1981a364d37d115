import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { oneCycle } from '../schedules/one-cycle.ts';
import { slopes, smallModel, type Trained, trainSlopes } from '../testing/slopes.ts';
import { getWeightsData } from '../util/weights-data.ts';
import { fit } from './fit.ts';
import type { FitOptions } from './fit-options.ts';

let plain: Trained;
beforeAll(async () => {
  await tf.setBackend('cpu');
  plain = await trainSlopes();
});

/** What fit does without the option, and another value of it. */
const OPTIONS: Partial<{ [Name in keyof FitOptions]: [usual: unknown, other: unknown] }> = {
  learningRate: [1e-3, 2e-3],
  weightDecay: [0, 0.5],
  globalClipnorm: [1e9, 0.01],
  labelSmoothing: [0, 0.2],
  mixup: [0, 0.3],
  augment: [(x: Float32Array) => x, (x: Float32Array) => x.map((value) => 2 * value)],
  classWeight: [
    [1, 1],
    [1, 2],
  ],
  terminateOnNaN: [true, true],
};

describe('fit', () => {
  it.each(Object.entries(OPTIONS).map(([name, [usual]]) => [name, usual]))(
    'has a %s of %j by default',
    async (name, usual) => {
      expect(await trainSlopes({ [name as string]: usual })).toEqual(plain);
    },
  );

  it.each(
    Object.entries(OPTIONS)
      .filter(([name]) => name !== 'terminateOnNaN')
      .map(([name, [, other]]) => [name, other]),
  )('trains otherwise with a %s of %j', async (name, other) => {
    const { weights, history } = await trainSlopes({ [name as string]: other });
    expect(weights).not.toEqual(plain.weights);
    expect(history).not.toEqual(plain.history);
  });

  it('has batches of 32 and the seed 0 by default', async () => {
    const batches: number[] = [];
    const dataset = slopes(40);
    const count = { name: 'count', onBatchEnd: () => void batches.push(1) };
    const defaults = await trainSlopes(
      { batchSize: undefined, seed: undefined, epochs: 1, callbacks: [count] },
      { dataset },
    );
    expect(batches).toHaveLength(2);
    expect(await trainSlopes({ batchSize: 32, seed: 0, epochs: 1 }, { dataset })).toEqual(defaults);
  });

  it('trains for as many epochs as it is told', async () => {
    expect((await trainSlopes({ epochs: 2 })).history).toEqual(plain.history.slice(0, 2));
  });

  it('weighs mixed examples too', async () => {
    const mixed = await trainSlopes({ mixup: 0.3 });
    expect(await trainSlopes({ mixup: 0.3, classWeight: [1, 3] })).not.toEqual(mixed);
  });

  it('leaves what trains as it was at a rate of 0', async () => {
    const model = smallModel();
    const before = await getWeightsData(model);
    await fit(model, slopes(20), { epochs: 1, learningRate: () => 0, weightDecay: 0.5 });
    const trained = model.trainableWeights.length;
    expect((await getWeightsData(model)).slice(0, trained)).toEqual(before.slice(0, trained));
    model.dispose();
  });

  it('asks a schedule for the rate of each step, and shows that of the last', async () => {
    const asked: number[][] = [];
    const learningRate = (step: number, steps: number) => {
      asked.push([step, steps]);
      return 0.001 * (step + 1);
    };
    const { history } = await trainSlopes({ learningRate, epochs: 2 });
    // The first once more, for the optimiser's own start.
    expect(asked.slice(1)).toEqual([0, 1, 2, 3, 4, 5].map((step) => [step, 6]));
    expect(history.map((logs) => logs.learningRate)).toEqual([0.003, 0.006]);
  });

  it.each([
    [{ learningRate: 0 }, '`learningRate` must be > 0 and finite, got 0'],
    [{ epochs: 1.5 }, '`epochs` must be a whole number ≥ 1, got 1.5'],
    [{ batchSize: 0 }, '`batchSize` must be a whole number ≥ 1, got 0'],
    [{ seed: -1 }, '`seed` must be a whole number ≥ 0, got -1'],
    [{ weightDecay: -0.1 }, '`weightDecay` must be ≥ 0 and finite, got -0.1'],
    [{ weightDecay: Number.POSITIVE_INFINITY }, '`weightDecay` must be ≥ 0 and finite'],
    [{ labelSmoothing: -0.1 }, '`labelSmoothing` must be in [0, 1), got -0.1'],
    [{ classWeight: [1, -1] }, '`classWeight[1]` must be ≥ 0 and finite, got -1'],
    [{ classWeight: [1, 1, 1] }, '`classWeight` must hold 2 weights, got 3'],
    [{ validation: { x: new Float32Array(8), y: [2] } }, '`validation.y[0]` must be a whole'],
  ])('refuses %j', async (options, text) => {
    await expect(trainSlopes(options)).rejects.toMatchObject({
      name: 'ModelError',
      message: expect.stringContaining(`fit: ${text}`),
    });
  });
});

describe('validation', () => {
  it('changes no weight and no figure of training, whatever it holds', async () => {
    const validation = slopes(6, 1);
    const others = { x: validation.x.map((value) => 100 - value), y: validation.y };
    for (const each of [validation, others]) {
      const { weights, history } = await trainSlopes({ validation: each });
      expect(weights).toEqual(plain.weights);
      expect(history.map(({ valLoss, valAccuracy, ...figures }) => figures)).toEqual(plain.history);
    }
  });

  it('is absent from the figures without examples', () => {
    const keys = ['epoch', 'loss', 'accuracy', 'learningRate'];
    expect(plain.history.map(Object.keys)).toEqual([keys, keys, keys]);
  });

  it('leaves the data as they are', async () => {
    const [dataset, validation] = [slopes(20), slopes(6, 1)];
    const augment = (x: Float32Array) => void x.fill(0);
    await trainSlopes({ validation, augment, mixup: 0.2, epochs: 1 }, { dataset });
    expect([dataset, validation]).toEqual([slopes(20), slopes(6, 1)]);
  });
});

describe('all options together', () => {
  const all: Partial<FitOptions> = {
    epochs: 2,
    learningRate: oneCycle(0.02),
    weightDecay: 0.01,
    globalClipnorm: 0.05,
    labelSmoothing: 0.1,
    mixup: 0.2,
    augment: (x, { random }) => x.map((value) => value + 0.01 * random()),
    classWeight: [1, 2],
    validation: slopes(6, 1),
  };

  let together: Trained;
  beforeAll(async () => {
    together = await trainSlopes(all);
  });

  it('train as every run so far has', () => {
    const { history } = together;
    const figures = history.map(({ loss, accuracy, valLoss }) => [loss, accuracy, valLoss ?? 0]);
    // Numbers of this code, so that none moves unseen. Engines differ in the last bits of exponentials.
    const expected = [
      [1.038990592956543, 0.6, 0.693948493861393],
      [0.9996390819549561, 0.5, 0.6921854741021418],
    ];
    expect(figures).toBeAllclose(expected, { rtol: 1e-5 });
  });
});
