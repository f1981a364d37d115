import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { getWeightsData, setWeightsData } from './weights-data.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function model() {
  const net = sequential({ layers: [layers.dense({ inputShape: [2], units: 1 })] });
  onTestFinished(() => void net.dispose());
  return net;
}

it('sets and gets weights, and leaves no tensor', async () => {
  const net = model();
  const before = tf.memory().numTensors;
  const data = [Float32Array.of(1, 2), Float32Array.of(3)];
  setWeightsData(net, data);
  expect(await getWeightsData(net)).toEqual(data);
  expect(net.getWeights().map(({ shape }) => shape)).toEqual([[2, 1], [1]]);
  expect(tf.memory().numTensors).toBe(before);
});

it('gives copies', async () => {
  const net = model();
  setWeightsData(net, [Float32Array.of(1, 2), Float32Array.of(3)]);
  for (const weight of await getWeightsData(net)) weight.fill(9);
  expect(await getWeightsData(net)).toEqual([Float32Array.of(1, 2), Float32Array.of(3)]);
});
