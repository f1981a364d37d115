import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { deriveSeed } from '../random/derive-seed.ts';
import { fit } from '../training/fit.ts';
import { seededDropout } from './seeded-dropout.ts';
import { getWeightsData } from './weights-data.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const scores = () => layers.dense({ units: 2, activation: 'softmax', kernelInitializer: 'ones' });
const flat = () => layers.flatten();
const recurrent = {
  units: 2,
  dropout: 0.5,
  recurrentDropout: 0.5,
  kernelInitializer: 'ones',
  recurrentInitializer: 'ones',
} as const;
const models: Record<string, () => LayersModel> = {
  'a spatial dropout': () =>
    sequential({
      layers: [layers.spatialDropout1d({ rate: 0.5, inputShape: [4, 3] }), flat(), scores()],
    }),
  'a dropout in a nested model': () =>
    sequential({
      layers: [
        sequential({ layers: [layers.dropout({ rate: 0.5, inputShape: [4, 3] })] }),
        flat(),
        scores(),
      ],
    }),
  'a dropout in a wrapper': () =>
    sequential({
      layers: [
        layers.timeDistributed({ layer: layers.dropout({ rate: 0.5 }), inputShape: [4, 3] }),
        flat(),
        scores(),
      ],
    }),
  'dropout in an LSTM': () =>
    sequential({ layers: [layers.lstm({ ...recurrent, inputShape: [4, 3] }), scores()] }),
  'dropout in a GRU that runs both ways': () =>
    sequential({
      layers: [
        layers.bidirectional({
          layer: layers.gru(recurrent) as layers.RNN,
          mergeMode: 'concat',
          inputShape: [4, 3],
        }),
        scores(),
      ],
    }),
  'dropout in stacked cells': () =>
    sequential({
      layers: [
        layers.rnn({
          cell: [layers.simpleRNNCell(recurrent), layers.lstmCell(recurrent)],
          inputShape: [4, 3],
        }),
        scores(),
      ],
    }),
};

const data = {
  x: Float32Array.from({ length: 96 }, (_, i) => Math.sin(i)),
  y: [0, 1, 0, 1, 1, 0, 1, 0],
};

describe('seededDropout', () => {
  /** All eight examples are one batch, so the seed reaches the weights through dropout alone. */
  async function train(build: () => LayersModel, seed: number): Promise<Float32Array[]> {
    const model = build();
    const before = tf.memory().numTensors;
    await fit(model, data, { epochs: 2, batchSize: 8, seed });
    expect(tf.memory().numTensors).toBe(before);
    const weights = await getWeightsData(model);
    model.dispose();
    return weights;
  }

  it.each(Object.entries(models))('gives %s the same masks for the same seed', async (_, build) => {
    expect(await train(build, 1)).toEqual(await train(build, 1));
  });

  it.each(Object.entries(models))('gives %s other masks for another seed', async (_, build) => {
    expect(await train(build, 1)).not.toEqual(await train(build, 2));
  });

  it('seeds layers first, then cells, each mask for itself', () => {
    const layer = layers.lstm({ ...recurrent, inputShape: [4, 3] });
    const dropout = layers.dropout({ rate: 0.5 });
    const model = sequential({ layers: [layer, dropout, scores()] });
    const { cell } = layer as unknown as {
      cell: { dropoutFunc: (ones: tf.Tensor, rate: number) => tf.Tensor };
    };
    const seeds = seededDropout(model, 7);
    seeds.setStep(3);
    expect((dropout as unknown as { seed: number }).seed).toBe(deriveSeed(7, 3, 0));
    const masks = tf.tidy(() =>
      [0, 1].map(() => [...cell.dropoutFunc(tf.ones([20]), 0.5).dataSync()]),
    );
    const expected = tf.tidy(() =>
      [0, 1].map((mask) => [
        ...tf.dropout(tf.ones([20]), 0.5, undefined, deriveSeed(7, 3, 1, mask)).dataSync(),
      ]),
    );
    expect(masks).toEqual(expected);
    seeds.restore();
    model.dispose();
  });

  it('gives a cell its own function back', async () => {
    const layer = layers.lstm({ ...recurrent, inputShape: [4, 3] });
    const model = sequential({ layers: [layer, scores()] });
    const { cell } = layer as unknown as { cell: { dropoutFunc?: unknown } };
    const own = cell.dropoutFunc;
    await fit(model, data, { epochs: 1 });
    expect(cell.dropoutFunc).toBe(own);
    model.dispose();
  });

  it('refuses noise that cannot be seeded', async () => {
    const model = sequential({
      layers: [
        layers.gaussianNoise({ stddev: 1, inputShape: [4, 3], name: 'noise' }),
        flat(),
        scores(),
      ],
    });
    await expect(fit(model, data, { epochs: 1 })).rejects.toThrow(
      'the layer noise (GaussianNoise) draws from Math.random',
    );
    model.dispose();
  });
});
