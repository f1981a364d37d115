// Runs in pages and in Node, so that their weights can be compared.
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { initializers, type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { countWorkerUnits } from './count-worker-units.ts';

/** The result of a training run. */
interface Run {
  /** Of the final weights, in hexadecimal. */
  sha256: string;
  losses: number[];
  /** Whether the page may share memory; undefined in Node. */
  isolated: boolean | undefined;
  /** Units of convolutions that workers have computed. */
  workerUnits: number;
}

const BATCH = 64;
const STEPS = 6;

/** Convolutions large enough to be shared, with what usually stands between them and behind them. */
function convolutions(): LayersModel {
  const conv = (seed: number, filters: number, options: object): ReturnType<typeof layers.conv1d> =>
    layers.conv1d({
      filters,
      kernelSize: 5,
      padding: 'same',
      activation: 'relu',
      kernelInitializer: initializers.glorotUniform({ seed }),
      ...options,
    });
  const recurrent = (seed: number) => ({
    units: 10,
    returnSequences: true,
    kernelInitializer: initializers.glorotUniform({ seed }),
    recurrentInitializer: initializers.glorotUniform({ seed: seed + 1 }),
  });
  return sequential({
    layers: [
      conv(1, 24, { inputShape: [120, 3] }),
      layers.batchNormalization(),
      layers.maxPooling1d({ poolSize: 2, padding: 'same' }),
      conv(2, 48, { dilationRate: 2 }),
      layers.dropout({ rate: 0.2, seed: 3 }),
      conv(4, 48, { strides: 2 }),
      layers.batchNormalization(),
      layers.lstm({ ...recurrent(6), recurrentActivation: 'sigmoid' }),
      layers.gru(recurrent(8)),
      layers.simpleRNN(recurrent(10)),
      layers.globalAveragePooling1d({}),
      layers.dense({
        units: 4,
        activation: 'softmax',
        kernelInitializer: initializers.glorotUniform({ seed: 5 }),
      }),
    ],
  });
}

/**
 * Trains for some steps with fixed seeds.
 *
 * @param wasmPath Where a page finds the files of tfjs' backend.
 */
export async function trainConvolutions({
  threads,
  wasmPath,
}: {
  threads: number;
  wasmPath?: string;
}): Promise<Run> {
  if (wasmPath) setWasmPaths(wasmPath);
  const disable = enableWasmTraining(tf, { threads });
  await tf.setBackend('wasm');
  if (tf.getBackend() !== 'wasm') throw new Error(`the backend is ${tf.getBackend()}`);
  const workerUnits = countWorkerUnits();
  const model = convolutions();
  model.compile({ optimizer: tf.train.adam(0.003), loss: 'categoricalCrossentropy' });
  const x = tf.randomUniform([BATCH, 120, 3], -1, 1, 'float32', 7);
  const labels = Array.from({ length: BATCH }, (_, i) => i % 4);
  const y = tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), 4), 'float32');
  // Workers take their time to start, however long; predicting changes no weight.
  while (workerUnits.areExpected && workerUnits.count() === 0) {
    tf.dispose(model.predict(x, { batchSize: BATCH }));
    await nextTask();
  }
  const losses: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    losses.push((await model.trainOnBatch(x, y)) as number);
    await nextTask();
  }
  const weights = tf.tidy(() =>
    tf.concat(model.getWeights().map((weight) => tf.reshape(weight, [-1]))),
  );
  const digest = await crypto.subtle.digest('SHA-256', (await weights.data()).slice());
  const unitsOfWorkers = workerUnits.count();
  disable();
  return {
    sha256: Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    ),
    losses,
    isolated: globalThis.crossOriginIsolated,
    workerUnits: unitsOfWorkers,
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
