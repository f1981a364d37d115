import '@tensorflow/tfjs-backend-wasm';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { chooseBackend } from '../backends/choose-backend.ts';
import { buildModel } from '../models/build-model.ts';
import { getWeightsData } from '../util/weights-data.ts';
import { fit } from './fit.ts';

beforeAll(async () => {
  enableWasmTraining(tf);
  await chooseBackend('wasm');
});

const x = Float32Array.from({ length: 32 * 162 }, (_, i) => Math.sin(i * 0.37 + (i % 8)));
const y = Array.from({ length: 32 }, (_, i) => i % 8);

/** Trains the reference CNN on wasm. */
async function train(seed: number) {
  expect(tf.getBackend()).toBe('wasm');
  const model = buildModel({ seed });
  const before = tf.memory().numTensors;
  const history = await fit(model, { x, y }, { epochs: 2, batchSize: 16, seed });
  const tensorsLeft = tf.memory().numTensors - before;
  const weights = await getWeightsData(model);
  model.dispose();
  return { weights, losses: history.map(({ loss }) => loss), tensorsLeft };
}

it('learns, and leaves no tensor', async () => {
  const { losses, tensorsLeft } = await train(1);
  expect(losses[1]).toBeLessThan(losses[0]);
  expect(tensorsLeft).toBe(0);
});

it('gives the same weights for the same seed, bit for bit', async () => {
  expect(await train(1)).toEqual(await train(1));
});

it('gives another run for another seed', async () => {
  expect((await train(2)).losses).not.toEqual((await train(1)).losses);
});
