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

it('trains the reference CNN on wasm: the same seed gives the same weights, bit for bit, and no tensor stays', async () => {
  const x = Float32Array.from({ length: 32 * 162 }, (_, i) => Math.sin(i * 0.37 + (i % 8)));
  const y = Array.from({ length: 32 }, (_, i) => i % 8);
  const train = async (seed: number) => {
    const model = buildModel({ seed });
    const before = tf.memory().numTensors;
    const history = await fit(model, { x, y }, { epochs: 2, batchSize: 16, seed });
    expect(tf.memory().numTensors).toBe(before);
    const weights = await getWeightsData(model);
    model.dispose();
    return { weights, losses: history.map(({ loss }) => loss) };
  };
  expect(tf.getBackend()).toBe('wasm');
  const first = await train(1);
  expect(first.losses[1]).toBeLessThan(first.losses[0]);
  expect(await train(1)).toEqual(first);
  expect((await train(2)).losses).not.toEqual(first.losses);
});
