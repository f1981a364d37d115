import '@tensorflow/tfjs-backend-wasm';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { chooseBackend } from '../backends/choose-backend.ts';
import { buildModel } from '../models/build-model.ts';
import { getWeightsData } from '../util/weights-data.ts';
import { fit } from './fit.ts';

beforeAll(async () => {
  const disable = enableWasmTraining(tf);
  await chooseBackend('wasm');
  return disable;
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

it('learns, gives the same weights for the same seed bit for bit, and leaves no tensor', async () => {
  const first = await train(1);
  expect(first.losses[1]).toBeLessThan(first.losses[0]);
  expect(first.tensorsLeft).toBe(0);
  expect(await train(1)).toEqual(first);
});
