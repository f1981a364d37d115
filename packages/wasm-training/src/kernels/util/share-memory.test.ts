import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../../enable-wasm-training.ts';

beforeAll(async () => {
  enableWasmTraining(tf);
  await tf.setBackend('wasm');
  expect(tf.getBackend()).toBe('wasm');
});

test('a clone outlives its source, and the memory goes with the last of them', () => {
  const before = tf.memory();
  const x = tf.tensor1d([1, 2, 3]);
  const clone = tf.clone(x);
  const sameType = tf.cast(clone, 'float32');
  x.dispose();
  // The freed memory would be taken by the next tensor of its size.
  const other = tf.tensor1d([7, 8, 9]);
  expect([...clone.dataSync()]).toEqual([1, 2, 3]);
  clone.dispose();
  expect([...sameType.dataSync()]).toEqual([1, 2, 3]);
  tf.dispose([sameType, other]);
  expect(tf.memory().numTensors).toBe(before.numTensors);
  expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
});

test('a clone keeps the value of a variable that is assigned again', () => {
  const variable = tf.variable(tf.tensor1d([1, 2]));
  const clone = tf.clone(variable);
  variable.assign(tf.tensor1d([3, 4]));
  expect([...clone.dataSync()]).toEqual([1, 2]);
  expect([...variable.dataSync()]).toEqual([3, 4]);
  tf.dispose([variable, clone]);
});

test('casts between types still convert', () => {
  tf.tidy(() => {
    const cast = tf.cast(tf.tensor1d([1.7, -1.7]), 'int32');
    expect([cast.dtype, ...cast.dataSync()]).toEqual(['int32', 1, -1]);
  });
});

test('strings are cloned', () => {
  tf.tidy(() => {
    expect(tf.clone(tf.tensor1d(['a', 'b'])).dataSync()).toEqual(['a', 'b']);
  });
});
