import '@tensorflow/tfjs-backend-wasm';
import { chooseBackend } from '@ser/model';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';

/** Starts the backend with which `ser` trains. */
export async function startBackend(): Promise<void> {
  tf.enableProdMode();
  enableWasmTraining(tf);
  await chooseBackend('wasm');
}
