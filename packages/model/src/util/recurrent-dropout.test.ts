import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import { beforeAll, expect, it } from 'vitest';
import { recurrentDropouts } from './recurrent-dropout.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const dropped = { units: 2, dropout: 0.5 };

it.each<[string, layers.Layer, number]>([
  ['a dense layer', layers.dense({ units: 2 }), 0],
  ['an LSTM without dropout', layers.lstm({ units: 2 }), 0],
  ['an LSTM with dropout', layers.lstm(dropped), 1],
  ['an LSTM with recurrent dropout', layers.lstm({ units: 2, recurrentDropout: 0.5 }), 1],
  [
    'cells of which two have dropout',
    layers.rnn({
      cell: [
        layers.gruCell(dropped),
        layers.simpleRNNCell({ units: 2 }),
        layers.lstmCell({ units: 2, recurrentDropout: 0.5 }),
      ],
    }),
    2,
  ],
])('%s has %i', (_, layer, expected) => {
  expect(recurrentDropouts(layer)).toHaveLength(expected);
});

it('gives each mask of a call a seed of its own, and the next call others', () => {
  const layer = layers.lstm(dropped);
  const [dropout] = recurrentDropouts(layer);
  const { cell } = layer as unknown as {
    cell: { dropoutFunc: (ones: tf.Tensor, rate: number) => tf.Tensor };
  };
  const masks = (first: number) => {
    const asked: number[] = [];
    dropout.setSeed((mask) => {
      asked.push(mask);
      return first + mask;
    });
    const values = [0, 1, 2].map(() =>
      tf.tidy(() =>
        cell
          .dropoutFunc(tf.ones([50]), 0.5)
          .dataSync()
          .join(),
      ),
    );
    expect(asked).toEqual([0, 1, 2]);
    return values;
  };
  const first = masks(10);
  expect(masks(10)).toEqual(first);
  expect(new Set([...first, ...masks(20)]).size).toBe(6);
});
