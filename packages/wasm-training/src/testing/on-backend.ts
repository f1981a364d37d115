import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
// Registers the gradients of tfjs-core.
import '@tensorflow/tfjs-layers';
import { expect } from 'vitest';
import { guardedHeap } from './guarded-heap.ts';

/**
 * Runs `f` on a backend, and checks that it ran there, kept no tensor and no memory, and wrote only
 * where it may. On wasm every tensor begins as NaN.
 *
 * @param f Returns numbers. Tensors are disposed.
 */
export async function onBackend<T>(backend: string, f: () => T): Promise<T> {
  await tf.setBackend(backend);
  expect(tf.getBackend()).toBe(backend);
  const heap = backend === 'wasm' ? guardedHeap(tf.backend()) : undefined;
  const counts = () => [tf.memory().numTensors, tf.backend().numDataIds(), heap?.blocks.size];
  const before = counts();
  // Not the result of `tidy`, which would look for tensors in every element of an array.
  const results: T[] = [];
  tf.tidy(() => {
    results.push(f());
  });
  expect(counts()).toEqual(before);
  expect(heap?.damaged() ?? []).toEqual([]);
  return results[0];
}
