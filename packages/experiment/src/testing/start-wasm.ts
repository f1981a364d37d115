import { enableWasmTraining } from '@ser/wasm-training';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/** Makes the wasm backend train, on one thread. */
export async function startWasm(): Promise<void> {
  enableWasmTraining(tf, { threads: 1 });
  await tf.setBackend('wasm');
}
