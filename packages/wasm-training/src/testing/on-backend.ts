import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
// Registers the gradients of tfjs-core.
import '@tensorflow/tfjs-layers';
import { expect } from 'vitest';
import { liveBlocks } from './live-blocks.ts';

/**
 * Runs `f` on a backend, and checks that it ran there and kept no tensor and no memory.
 *
 * @param f Returns numbers. Tensors are disposed.
 */
export async function onBackend<T>(backend: string, f: () => T): Promise<T> {
  await tf.setBackend(backend);
  expect(tf.getBackend()).toBe(backend);
  const counts = () => [
    tf.memory().numTensors,
    tf.backend().numDataIds(),
    backend === 'wasm' ? liveBlocks(tf.backend()).size : 0,
  ];
  const before = counts();
  // Not the result of `tidy`, which would look for tensors in every element of an array.
  const results: T[] = [];
  tf.tidy(() => {
    results.push(f());
  });
  expect(counts()).toEqual(before);
  return results[0];
}
