import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { replay } from '../testing/replay.ts';
import type { EpochLogs } from '../training/epoch-logs.ts';
import { earlyStopping } from './early-stopping.ts';

describe('earlyStopping', () => {
  it('stops after `patience` epochs without improvement', async () => {
    const run = await replay(earlyStopping({ patience: 2 }), [1, 0.8, 0.9, 0.8, 0.7]);
    expect(run.epochsRun).toBe(4);
  });

  it('counts from the last improvement', async () => {
    const run = await replay(earlyStopping({ patience: 2 }), [1, 1.1, 0.9, 1, 0.8, 0.9, 0.9, 0.1]);
    expect(run.epochsRun).toBe(7);
  });

  it('takes only improvements above minDelta', async () => {
    const run = await replay(earlyStopping({ patience: 1, minDelta: 0.5 }), [1, 0.6, 0.1]);
    expect(run.epochsRun).toBe(2);
  });

  it('never stops in the first epoch, as Keras', async () => {
    const run = await replay(earlyStopping({ patience: 0 }), [Number.NaN, 1]);
    expect(run.epochsRun).toBe(2);
  });

  it('reads accuracies the other way round', async () => {
    const run = await replay(
      earlyStopping({ monitor: 'valAccuracy', patience: 1 }),
      [0, 0, 0, 0],
      [0.1, 0.2, 0.1, 0.3],
    );
    expect(run.epochsRun).toBe(3);
  });

  it('ends with the best weights, also when patience was not used up', async () => {
    const model = sequential({
      layers: [layers.dense({ units: 1, inputShape: [1], useBias: false })],
    });
    const set = (value: number) => tf.tidy(() => model.setWeights([tf.tensor([[value]])]));
    const run = await replay(
      earlyStopping({ patience: 5, restoreBestWeights: true }),
      [3, 1, 2],
      undefined,
      { model, beforeEpochEnd: (epoch) => set(epoch) },
    );
    expect(run.epochsRun).toBe(3);
    expect(model.getWeights()[0].dataSync()[0]).toBe(1);
    model.dispose();
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
