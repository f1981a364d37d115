// Runs in a process of its own: two copies of tfjs-core in one realm.
import '@tensorflow/tfjs-backend-wasm';
import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { enableWasmTraining } from '../enable-wasm-training.ts';

/** Enables with another copy of tfjs-core than the one that the backend and the layers have. */
export async function trainWithSecondCopy(): Promise<{ isOther: boolean; loss: number }> {
  const require = createRequire(import.meta.url);
  require('@tensorflow/tfjs-core');
  delete require.cache[require.resolve('@tensorflow/tfjs-core')];
  const copy: typeof tf = require('@tensorflow/tfjs-core');
  enableWasmTraining(copy, { threads: 1 });
  await tf.setBackend('wasm');
  const model = sequential({
    layers: [
      layers.conv1d({ inputShape: [6, 4], filters: 3, kernelSize: 2 }),
      layers.lstm({ units: 2 }),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const loss = await model.trainOnBatch(tf.ones([2, 6, 4]), tf.zeros([2, 2]));
  return { isOther: copy.Tensor !== tf.Tensor, loss: loss as number };
}
