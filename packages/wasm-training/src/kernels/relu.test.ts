import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { onBackend } from '../testing/on-backend.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

const NAN = 0x7fc00000;
const SIGN = 0x80000000;

// Vectors of four, and what is left of them.
test.each([1, 4, 5, 11])('of %i values, NaN of either sign stays, and −0 is 0', async (size) => {
  const bits = Uint32Array.from({ length: size }, (_, i) => [NAN, NAN + SIGN, SIGN][i % 3]);
  const y = await onBackend('wasm', () => {
    const x = tf.tensor(new Float32Array(bits.buffer), [size]);
    return tf.relu(x).dataSync().slice();
  });
  expect([...y]).toEqual([...bits].map((each) => (each === SIGN ? 0 : Number.NaN)));
});

test('of whole numbers it is that of tfjs', async () => {
  const y = await onBackend('wasm', () => {
    const relu = tf.relu(tf.tensor([-2, 0, 3], [3], 'int32'));
    return [relu.dtype, ...relu.dataSync()];
  });
  expect(y).toEqual(['int32', 0, 0, 3]);
});
