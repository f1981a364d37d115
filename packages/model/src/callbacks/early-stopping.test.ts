import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { figuresOf, KERAS_TRAINING } from '../testing/keras-training.ts';
import { replay } from '../testing/replay.ts';
import type { EpochLogs } from '../training/epoch-logs.ts';
import { earlyStopping } from './early-stopping.ts';

beforeAll(() => tf.setBackend('cpu'));

/** A model of one weight, which is the epoch's number at each epoch's end. */
function numbered() {
  const model = sequential({
    layers: [layers.dense({ units: 1, inputShape: [1], useBias: false })],
  });
  onTestFinished(() => void model.dispose());
  return {
    model,
    beforeEpochEnd: (epoch: number) => tf.tidy(() => model.setWeights([tf.tensor([[epoch]])])),
    weight: () => model.getWeights()[0].dataSync()[0],
  };
}

describe('earlyStopping', () => {
  // Each of several options over four runs, whose losses fall or accuracies rise with noise.
  it.each(KERAS_TRAINING.earlyStopping)(
    'ends where Keras ends: $options, $figures',
    async (one) => {
      const { weight, ...run } = numbered();
      const callback = earlyStopping({ ...one.options, restoreBestWeights: true });
      const { epochsRun } = await replay(callback, ...figuresOf(one), run);
      expect({ epochsRun, weightsOf: weight() }).toEqual({
        epochsRun: one.epochsRun,
        weightsOf: one.weightsOf,
      });
    },
  );

  it('leaves the weights of the last epoch unless it is told to restore', async () => {
    const { weight, ...run } = numbered();
    await replay(earlyStopping({ patience: 1 }), [1, 2], undefined, run);
    expect(weight()).toBe(1);
  });

  it('replaces the weights only where it restores', () => {
    expect(earlyStopping().replacesWeights).toBe(false);
    expect(earlyStopping({ restoreBestWeights: true }).replacesWeights).toBe(true);
  });

  it.each(['loss', 'accuracy', 'valLoss', 'valAccuracy'] as const)(
    'watches %s',
    async (monitor) => {
      const callback = earlyStopping({ monitor });
      const logs = { epoch: 0, loss: 1, accuracy: 2, valLoss: 3, valAccuracy: 4, learningRate: 1 };
      await callback.onEpochEnd?.(logs, {} as never);
      const best = { loss: 1, accuracy: -2, valLoss: 3, valAccuracy: -4 }[monitor];
      expect(callback.getState?.()).toEqual({ wait: 0, best, bestEpoch: 0, bestWeights: null });
    },
  );

  it('goes on from the state of another run', async () => {
    const figures = [1, 0.5, 0.75, 0.625, 0.875];
    const first = earlyStopping({ patience: 3, restoreBestWeights: true });
    const { weight, ...run } = numbered();
    await replay(first, figures.slice(0, 3), undefined, run);
    expect(first.getState?.()).toEqual({
      wait: 1,
      best: 0.5,
      bestEpoch: 1,
      bestWeights: [Float32Array.of(1)],
    });
    const second = earlyStopping({ patience: 3, restoreBestWeights: true });
    second.setState?.(first.getState?.() ?? {});
    const later = await replay(second, [...figures.slice(3), 1, 1], undefined, {
      ...run,
      isResumed: true,
      beforeEpochEnd: () => run.beforeEpochEnd(9),
    });
    expect([later.epochsRun, weight()]).toEqual([2, 1]);
  });

  it('gives a state that later epochs do not change', async () => {
    const callback = earlyStopping({ patience: 9 });
    await replay(callback, [1, 2]);
    const state = callback.getState?.();
    await replay(callback, [1, 2, 3], undefined, { isResumed: true });
    expect(state).toMatchObject({ wait: 1 });
  });

  it.each([
    ['`patience` must be a whole number ≥ 0', { patience: -1 }],
    ['`patience` must be a whole number ≥ 0', { patience: 0.5 }],
    ['`minDelta` must be ≥ 0 and finite', { minDelta: -0.1 }],
  ])('says that %s: %j', (text, options) => {
    expect(() => earlyStopping(options)).toThrow(`earlyStopping: ${text}`);
  });

  const good = { wait: 0, best: 1, bestEpoch: 0, bestWeights: null };
  it.each([
    { wait: -1 },
    { wait: 0.5 },
    { best: '1' },
    { bestEpoch: -2 },
    { bestWeights: [1] },
    { bestWeights: [Float64Array.of(1)] },
    { bestWeights: undefined },
  ])('refuses a state with %j', (bad) => {
    expect(() => earlyStopping().setState?.({ ...good, ...bad })).toThrow(
      expect.objectContaining({ code: 'corrupt-state' }),
    );
  });

  it('takes the state that it begins with', () => {
    const callback = earlyStopping();
    const state = { ...good, bestEpoch: -1, best: Number.POSITIVE_INFINITY };
    expect(callback.getState?.()).toEqual(state);
    callback.setState?.(state);
    expect(callback.getState?.()).toEqual(state);
  });

  it('stops after `patience` epochs without improvement', async () => {
    const run = await replay(earlyStopping({ patience: 2 }), [1, 0.8, 0.9, 0.8, 0.7]);
    expect(run.epochsRun).toBe(4);
  });

  it('never stops in the first epoch, as Keras', async () => {
    const run = await replay(earlyStopping({ patience: 0 }), [Number.NaN, 1]);
    expect(run.epochsRun).toBe(2);
  });

  it('knows the names of the figures', () => {
    expect(() => earlyStopping({ monitor: 'val_loss' as never })).toThrow(
      'earlyStopping: `monitor` must be one of loss, accuracy, valLoss, valAccuracy, got val_loss',
    );
  });

  it('says so when there is nothing to watch', async () => {
    const logs: EpochLogs = { epoch: 0, loss: 1, accuracy: 0, learningRate: 1 };
    await expect(async () => earlyStopping().onEpochEnd?.(logs, {} as never)).rejects.toThrow(
      "`monitor` is 'valLoss', which needs `validation` examples",
    );
  });
});
