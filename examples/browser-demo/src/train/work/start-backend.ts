/// <reference types="vite/client" />
import '@tensorflow/tfjs-backend-wasm';
import { chooseBackend } from '@ser/model';
import { enableWasmTraining } from '@ser/wasm-training';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';

/** As many as `@ser/wasm-training` makes use of. */
const MOST_THREADS = 4;

/**
 * Starts a backend that trains.
 *
 * @returns How many threads share the work: one unless the page is cross-origin isolated.
 */
export async function startBackend(backend: string): Promise<number> {
  tf.enableProdMode();
  if (backend === 'webgpu') {
    await import('@tensorflow/tfjs-backend-webgpu');
    await chooseBackend('webgpu');
    return 1;
  }
  const threads = globalThis.crossOriginIsolated
    ? Math.min(MOST_THREADS, navigator.hardwareConcurrency)
    : 1;
  enableWasmTraining(tf, { threads });
  // All three must be named. Only the one with SIMD is loaded: training needs it, and its threads
  // are our own.
  const files = ['', '-simd', '-threaded-simd'].map((kind) => `tfjs-backend-wasm${kind}.wasm`);
  setWasmPaths(Object.fromEntries(files.map((file) => [file, simd])));
  await chooseBackend('wasm');
  return threads;
}
