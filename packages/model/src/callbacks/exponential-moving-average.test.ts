import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { buildModel } from '../models/build-model.ts';
import type { Callback } from '../training/callback.ts';
import { deserializeState } from '../training/deserialize-state.ts';
import { fit } from '../training/fit.ts';
import type { FitOptions } from '../training/fit-options.ts';
import { serializeState } from '../training/serialize-state.ts';
import type { TrainingState } from '../training/training-state.ts';
import { getWeightsData } from '../util/weights-data.ts';
import { averageWeights } from './average-weights.ts';
import { exponentialMovingAverage } from './exponential-moving-average.ts';

beforeEach(async () => {
  await tf.setBackend('cpu');
});

/** Steps after which the only weight is as given; what it is in the end. */
async function run(callback: Callback, first: number, values: number[]): Promise<number> {
  const model = sequential({
    layers: [layers.dense({ units: 1, inputShape: [1], useBias: false })],
  });
  onTestFinished(() => void model.dispose());
  const set = (value: number) => tf.tidy(() => model.setWeights([tf.tensor([[value]])]));
  const trainer = { model } as never;
  set(first);
  await callback.onTrainBegin?.(trainer);
  for (const value of values) {
    set(value);
    await callback.onBatchEnd?.({ epoch: 0, batch: 0, batches: 1, loss: 0 }, trainer);
  }
  await callback.onTrainEnd?.(trainer);
  return model.getWeights()[0].dataSync()[0];
}

it('keeps a share of the average at each step, beginning with the weights before', async () => {
  // 8 → 0.75 · 8 + 0.25 · 4 = 7 → 0.75 · 7 + 0.25 · 1 = 5.5.
  expect(await run(exponentialMovingAverage({ momentum: 0.75 }), 8, [4, 1])).toBe(5.5);
});

it('keeps 0.99 by default', async () => {
  expect(await run(exponentialMovingAverage(), 0, [100])).toBeAllclose(1, { rtol: 1e-6 });
});

it('with a momentum of 0 ends with the last weights', async () => {
  expect(await run(exponentialMovingAverage({ momentum: 0 }), 8, [4, 3])).toBe(3);
});

it('starts anew in each run', async () => {
  const callback = exponentialMovingAverage({ momentum: 0.5 });
  await run(callback, 64, [64]);
  expect(await run(callback, 0, [2])).toBe(1);
});

it('gives a state that later steps do not change, and takes one without changing it', async () => {
  const callback = exponentialMovingAverage({ momentum: 0.5 });
  await run(callback, 0, [2]);
  const state = callback.getState?.() as { averages: Float64Array[] };
  expect(state).toEqual({ averages: [Float64Array.of(1)] });
  callback.setState?.(state);
  await run(callback, 0, [8]);
  expect(state).toEqual({ averages: [Float64Array.of(1)] });
});

it.each([{ averages: 'none' }, { averages: [Float32Array.of(1)] }, {}])(
  'refuses the state %j',
  (state) => {
    expect(() => exponentialMovingAverage().setState?.(state)).toThrow(
      expect.objectContaining({ code: 'corrupt-state' }),
    );
  },
);

it('refuses the averages of another model', async () => {
  const callback = exponentialMovingAverage();
  await run(callback, 1, [1]);
  for (const averages of [[], [Float64Array.of(1, 2)]]) {
    expect(() => callback.setState?.({ averages })).toThrow('is damaged');
  }
});

it.each([-0.1, 1, Number.NaN])('refuses a momentum of %d', (momentum) => {
  expect(() => exponentialMovingAverage({ momentum })).toThrow(
    `exponentialMovingAverage: \`momentum\` must be in [0, 1), got ${momentum}`,
  );
});

describe('in fit', () => {
  const data = {
    x: Float32Array.from({ length: 16 * 8 }, (_, i) => Math.sin(i * (1 + (i % 2)))),
    y: Array.from({ length: 16 }, (_, i) => i % 2),
  };
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
    await fit(model, data, { epochs: 3, batchSize: 8, learningRate: 0.05, ...options });
    return getWeightsData(model);
  }
  const average = () => exponentialMovingAverage({ momentum: 0.5 });

  it('averages every weight after every step', async () => {
    const expected = (await getWeightsData(smallModel())).map((weight) =>
      Float64Array.from(weight),
    );
    const follow: Callback = {
      name: 'follow',
      onBatchEnd: async (_, { model }) => {
        for (const [i, weight] of (await getWeightsData(model)).entries()) {
          weight.forEach((value, j) => {
            expected[i][j] = (expected[i][j] + value) / 2;
          });
        }
      },
    };
    const averaged = await train({ callbacks: [average(), follow] });
    expect(averaged).toEqual(expected.map((weight) => Float32Array.from(weight)));
    expect(averaged).not.toEqual(await train({}));
  });

  it.each([0, 1])('resumed after epoch %i, ends with the same bits', async (epoch) => {
    const states: TrainingState[] = [];
    const save: Callback = {
      name: 'save',
      onEpochEnd: async (_, trainer) => void states.push(await trainer.captureState()),
    };
    const whole = await train({ callbacks: [average(), save] });
    const resumeFrom = deserializeState(serializeState(states[epoch]));
    expect(await train({ callbacks: [average()], resumeFrom })).toEqual(whole);
  });

  it('is refused beside a callback that gives the model other weights', async () => {
    await expect(train({ callbacks: [averageWeights(), average()] })).rejects.toThrow(
      'got averageWeights and exponentialMovingAverage',
    );
  });

  it('leaves no tensor', async () => {
    const model = smallModel();
    const before = tf.memory().numTensors;
    await fit(model, data, { epochs: 1, callbacks: [average()] });
    expect(tf.memory().numTensors).toBe(before);
  });
});
