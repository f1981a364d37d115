import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { onBackend } from '../testing/on-backend.ts';
import type { WasmBackend } from './wasm-backend.ts';

test('a kernel that gets no memory says so, and leaves none behind', async () => {
  enableWasmTraining(tf);
  const sums = await onBackend('wasm', () => {
    const x = tf.ones<tf.Rank.R4>([1, 4, 4, 1]);
    const filter = tf.ones<tf.Rank.R4>([2, 2, 1, 1]);
    const { wasm } = tf.backend() as unknown as WasmBackend;
    const { _malloc } = wasm;
    wasm._malloc = () => 0;
    try {
      expect(() => tf.conv2d(x, filter, 1, 'valid')).toThrow(
        expect.objectContaining({ name: 'WasmTrainingError', code: 'out-of-memory' }),
      );
    } finally {
      wasm._malloc = _malloc;
    }
    return tf.sum(tf.conv2d(x, filter, 1, 'valid')).dataSync();
  });
  expect([...sums]).toEqual([36]);
});
