import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
// Registers the gradients of tfjs-core.
import '@tensorflow/tfjs-layers';
import { expect } from 'vitest';

/** Runs `f` on a backend, and checks that it ran there and kept no tensor and no memory. */
export async function onBackend<T>(backend: string, f: () => T): Promise<T> {
  await tf.setBackend(backend);
  expect(tf.getBackend()).toBe(backend);
  const counts = () => [tf.memory().numTensors, tf.backend().numDataIds()];
  const before = counts();
  const result = tf.tidy(f as () => tf.TensorContainer) as T;
  expect(counts()).toEqual(before);
  return result;
}
