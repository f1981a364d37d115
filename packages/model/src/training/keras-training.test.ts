import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildModel } from '../models/build-model.ts';
import { cosineDecay } from '../schedules/cosine-decay.ts';
import { KERAS_TRAINING } from '../testing/keras-training.ts';
import { getWeightsData, setWeightsData } from '../util/weights-data.ts';
import type { EpochLogs } from './epoch-logs.ts';
import { fit } from './fit.ts';
import type { FitOptions } from './fit-options.ts';

const { x, y, validation, batchSize, classWeight, orders, before, runs } = KERAS_TRAINING;
const WIDTH = 6;

/** Float32 in another order of summation, carried through nine steps. */
const TOLERANCE = { rtol: 0, atol: 1e-4 };

const OPTIONS: Record<keyof typeof runs, Partial<FitOptions>> = {
  plain: {},
  weighted: { learningRate: 1e-2, classWeight },
  decayed: {
    learningRate: cosineDecay(2e-2, { alpha: 0.1 }),
    weightDecay: 0.1,
    globalClipnorm: 0.5,
    labelSmoothing: 0.1,
    classWeight,
  },
};

interface Trained {
  history: EpochLogs[];
  weights: Float32Array[];
  /** The examples in the order in which they trained, for each epoch. */
  seen: number[][];
}

async function train(options: Partial<FitOptions>): Promise<Trained> {
  const model = buildModel({
    inputShape: [WIDTH, 1],
    classes: 3,
    blocks: [{ filters: 4, kernelSize: 3, poolSize: 4 }],
    dense: { units: 5 },
    l2: 1e-2,
    batchNormMomentum: 0.9,
  });
  setWeightsData(
    model,
    before.map(({ data }) => Float32Array.from(data)),
  );
  const firstValues = [...Float32Array.from(x)].filter((_, i) => i % WIDTH === 0);
  const seen: number[][] = [];
  const history = await fit(
    model,
    { x: Float32Array.from(x), y },
    {
      epochs: orders.length,
      batchSize,
      seed: 7,
      validation: { x: Float32Array.from(validation.x), y: validation.y },
      augment(batch, { size }) {
        for (let i = 0; i < size; i++) seen.at(-1)?.push(firstValues.indexOf(batch[i * WIDTH]));
      },
      callbacks: [{ name: 'epochs', onEpochBegin: () => void seen.push([]) }],
      ...options,
    },
  );
  const weights = await getWeightsData(model);
  model.dispose();
  return { history, weights, seen };
}

// Three epochs of batches of 4, 4 and 2 examples, with L2, batch normalisation and validation.
describe.each(Object.keys(runs) as (keyof typeof runs)[])('a %s run of several batches', (name) => {
  const expected = runs[name];
  let trained: Trained;
  beforeAll(async () => {
    await tf.setBackend('cpu');
    trained = await train(OPTIONS[name]);
  });

  it('takes the examples in the order that the golden file has', () => {
    expect(trained.seen).toEqual(orders);
  });

  it('has the losses of Keras', () => {
    expect(trained.history.map(({ loss }) => loss)).toBeAllclose(
      expected.history.map(({ loss }) => loss),
      TOLERANCE,
    );
  });

  it('has the accuracies of Keras', () => {
    expect(trained.history.map(({ accuracy }) => accuracy)).toBeAllclose(
      expected.history.map(({ accuracy }) => accuracy),
      TOLERANCE,
    );
  });

  it('has the validation losses of Keras', () => {
    expect(trained.history.map(({ valLoss }) => valLoss as number)).toBeAllclose(
      expected.history.map((epoch) => epoch.val_loss),
      TOLERANCE,
    );
  });

  it('has the validation accuracies of Keras', () => {
    expect(trained.history.map(({ valAccuracy }) => valAccuracy as number)).toBeAllclose(
      expected.history.map((epoch) => epoch.val_accuracy),
      TOLERANCE,
    );
  });

  it('ends with the weights of Keras', () => {
    expect(trained.weights).toBeAllclose(
      expected.after.map(({ data }) => data),
      TOLERANCE,
    );
  });
});
