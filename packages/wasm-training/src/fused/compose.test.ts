import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { onBackend } from '../testing/on-backend.ts';
import { compose } from './compose.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

test('gives tensors of what is returned, and disposes what else was made', async () => {
  const sums = await onBackend('wasm', () => {
    const a = tf.tensor1d([1, 2]);
    const before = tf.backend().numDataIds();
    const [doubled] = compose(tf, (run) => {
      const [sum] = run('Add', { a, b: a });
      run('Multiply', { a: sum, b: sum });
      return [sum];
    });
    expect(tf.backend().numDataIds()).toBe(before + 1);
    return doubled.dataSync();
  });
  expect([...sums]).toEqual([2, 4]);
});

test('counts memory once that two kernels have returned', async () => {
  await onBackend('wasm', () => {
    const a = tf.tensor1d([1, 2]);
    const [shared] = compose(tf, (run) => run('Identity', { x: run('Add', { a, b: a })[0] }));
    expect(tf.backend().refCount(shared.dataId)).toBe(1);
  });
});

test('disposes what was made before a kernel throws', async () => {
  await onBackend('wasm', () => {
    const a = tf.tensor1d([1, 2]);
    expect(() =>
      compose(tf, (run) => {
        run('Add', { a, b: a });
        return run('SerReluGrad', { x: a, dy: tf.tensor1d([1]) });
      }),
    ).toThrow('must hold 2 values');
  });
});
