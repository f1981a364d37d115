import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { buildModel } from '../models/build-model.ts';
import { replay } from '../testing/replay.ts';
import type { Callback } from '../training/callback.ts';
import { deserializeState } from '../training/deserialize-state.ts';
import { fit } from '../training/fit.ts';
import type { FitOptions } from '../training/fit-options.ts';
import { serializeState } from '../training/serialize-state.ts';
import type { TrainingState } from '../training/training-state.ts';
import { getWeightsData } from '../util/weights-data.ts';
import { averageWeights } from './average-weights.ts';
import { earlyStopping } from './early-stopping.ts';

beforeEach(async () => {
  await tf.setBackend('cpu');
});

/** Runs epochs after which the only weight is 0, 1, 4, 9, …; what it is in the end. */
async function run(callback: Callback, epochs: number): Promise<number> {
  const model = sequential({
    layers: [layers.dense({ units: 1, inputShape: [1], useBias: false })],
  });
  onTestFinished(() => void model.dispose());
  await replay(callback, new Array(epochs).fill(1), undefined, {
    model,
    beforeEpochEnd: (epoch) => tf.tidy(() => model.setWeights([tf.tensor([[epoch ** 2]])])),
  });
  return model.getWeights()[0].dataSync()[0];
}

it('ends with the mean of the epochs from startEpoch on', async () => {
  expect(await run(averageWeights({ startEpoch: 2 }), 5)).toBe(Math.fround((4 + 9 + 16) / 3));
});

it('begins after three quarters of the epochs by default', async () => {
  expect(await run(averageWeights(), 8)).toBe((36 + 49) / 2);
});

it('keeps the weights of a run that ends before', async () => {
  expect(await run(averageWeights({ startEpoch: 5 }), 5)).toBe(16);
});

it.each([
  // Three quarters, rounded down: epochs 0, 1, 2 and 3.
  [1, 0],
  [2, 1],
  [3, 4],
  [5, (9 + 16) / 2],
])('of %i epochs begins where it should by default', async (epochs, expected) => {
  expect(await run(averageWeights(), epochs)).toBe(expected);
});

it('begins with the last epoch where it is told to', async () => {
  expect(await run(averageWeights({ startEpoch: 4 }), 5)).toBe(16);
});

it('adds in doubles', async () => {
  // 1e8 + 1 has no float32.
  const callback = averageWeights({ startEpoch: 0 });
  const model = sequential({
    layers: [layers.dense({ units: 1, inputShape: [1], useBias: false })],
  });
  onTestFinished(() => void model.dispose());
  const values = [1e8, 1, -1e8, 1];
  await replay(callback, [1, 1, 1, 1], undefined, {
    model,
    beforeEpochEnd: (epoch) => tf.tidy(() => model.setWeights([tf.tensor([[values[epoch]]])])),
  });
  expect(model.getWeights()[0].dataSync()[0]).toBe(0.5);
});

it('keeps how many epochs it has added, and their sum', async () => {
  const callback = averageWeights({ startEpoch: 1 });
  await run(callback, 3);
  expect(callback.getState?.()).toEqual({ count: 2, sums: [Float64Array.of(5)] });
});

it.each([
  { count: -1, sums: [] },
  { count: 0.5, sums: [] },
  { count: 1, sums: [Float32Array.of(1)] },
  { count: 1, sums: 'none' },
])('refuses the state %j', (state) => {
  expect(() => averageWeights().setState?.(state)).toThrow(
    expect.objectContaining({ code: 'corrupt-state' }),
  );
});

it('refuses the sums of another model', async () => {
  const callback = averageWeights({ startEpoch: 0 });
  await run(callback, 1);
  for (const sums of [[], [Float64Array.of(1, 2)], [Float64Array.of(1), Float64Array.of(1)]]) {
    expect(() => callback.setState?.({ count: 1, sums })).toThrow('is damaged');
  }
});

it('starts anew in each run', async () => {
  const callback = averageWeights({ startEpoch: 0 });
  await run(callback, 5);
  expect(await run(callback, 2)).toBe(0.5);
});

it('refuses an epoch that is none', () => {
  expect(() => averageWeights({ startEpoch: -1 })).toThrow(
    'averageWeights: `startEpoch` must be a whole number ≥ 0, got -1',
  );
});

describe('in fit', () => {
  const data = {
    x: Float32Array.from({ length: 16 * 8 }, (_, i) => Math.sin(i * (1 + (i % 2)))),
    y: Array.from({ length: 16 }, (_, i) => i % 2),
  };
  /** With batch normalisation, whose moving statistics are weights as well. */
  function smallModel(): LayersModel {
    const model = buildModel({
      inputShape: [8, 1],
      classes: 2,
      blocks: [{ filters: 2, kernelSize: 3, dropout: 0.2 }],
      dense: { units: 2 },
      batchNormMomentum: 0.5,
    });
    onTestFinished(() => void model.dispose());
    return model;
  }
  async function train(options: Partial<FitOptions>): Promise<Float32Array[]> {
    const model = smallModel();
    await fit(model, data, { epochs: 4, batchSize: 8, learningRate: 0.05, ...options });
    return getWeightsData(model);
  }

  it('averages every weight, moving statistics of batch normalisation too', async () => {
    const epochs: Float32Array[][] = [];
    const record: Callback = {
      name: 'record',
      onEpochEnd: async (_, { model }) => void epochs.push(await getWeightsData(model)),
    };
    const averaged = await train({ callbacks: [averageWeights({ startEpoch: 2 }), record] });
    const [, , third, fourth] = epochs;
    const mean = third.map((weight, i) => weight.map((value, j) => (value + fourth[i][j]) / 2));
    expect(averaged).toEqual(mean);
    expect(averaged).not.toEqual(fourth);
  });

  it('changes nothing of the run itself', async () => {
    const plain = await train({ callbacks: [] });
    let last: Float32Array[] = [];
    const record: Callback = {
      name: 'record',
      onEpochEnd: async (_, { model }) => {
        last = await getWeightsData(model);
      },
    };
    await train({ callbacks: [averageWeights({ startEpoch: 0 }), record] });
    expect(last).toEqual(plain);
  });

  it.each([0, 1, 2])('resumed after epoch %i, ends with the same bits', async (epoch) => {
    const states: TrainingState[] = [];
    const save: Callback = {
      name: 'save',
      onEpochEnd: async (_, trainer) => void states.push(await trainer.captureState()),
    };
    const whole = await train({ callbacks: [averageWeights({ startEpoch: 1 }), save] });
    const resumeFrom = deserializeState(serializeState(states[epoch]));
    const resumed = await train({ callbacks: [averageWeights({ startEpoch: 1 })], resumeFrom });
    expect(resumed).toEqual(whole);
  });

  it('leaves no tensor', async () => {
    const model = smallModel();
    const before = tf.memory().numTensors;
    await fit(model, data, { epochs: 2, callbacks: [averageWeights({ startEpoch: 0 })] });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is refused beside a callback that gives the model other weights', async () => {
    const callbacks = [
      earlyStopping({ monitor: 'loss', restoreBestWeights: true }),
      averageWeights(),
    ];
    await expect(train({ callbacks })).rejects.toThrow(
      'fit: `callbacks` must hold at most one that replaces the weights at the end, ' +
        'got earlyStopping and averageWeights',
    );
  });

  it('averages until early stopping ends the run', async () => {
    const stop = earlyStopping({ monitor: 'loss', patience: 1, minDelta: 100 });
    const stopped = await train({ callbacks: [stop, averageWeights({ startEpoch: 0 })] });
    expect(stopped).toEqual(
      await train({ epochs: 2, callbacks: [averageWeights({ startEpoch: 0 })] }),
    );
  });
});
