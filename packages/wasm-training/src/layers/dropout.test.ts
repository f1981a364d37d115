import * as tf from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { countKernels } from '../testing/count-kernels.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

type Seed = number | string;

/** Output and gradient of a layer, and of the function that tfjs makes it of. */
function both(shape: number[], rate: number, seed: Seed) {
  const { data } = values(shape, 3);
  // Infinity and NaN do not vanish where they are dropped.
  if (data.length > 8) data.set([Number.NaN, Number.POSITIVE_INFINITY, -0], 2);
  const x = tf.tensor(data, shape);
  const dy = tf.tensor(values(shape, 4).data, shape);
  const layer = layers.dropout({ rate, seed: seed as number });
  const run = (f: (x: tf.Tensor) => tf.Tensor) => {
    const { value, grad } = tf.valueAndGrad(f)(x, dy);
    return [value, grad].map((each) => each.dataSync() as Float32Array);
  };
  return {
    ours: run((input) => layer.apply(input, { training: true }) as tf.Tensor),
    theirs: run((input) => tf.dropout(input, rate, undefined, seed)),
  };
}

describe('a dropout layer with a seed drops what tfjs drops, bit for bit', () => {
  // Blocks of 2,048 numbers, of three words, in vectors of four, with remainders.
  test.each([1, 2, 3, 4, 5, 7, 12, 2047, 2048, 2049, 5000])('of %d values', async (size) => {
    const { ours, theirs } = await onBackend('wasm', () => both([size], 0.3, 12345));
    expect(ours).toEqual(theirs);
  });

  // 1 − 1e-8 is 1 in float32, where a number near 1 gives 2; and 1 − 5e-8 is the one below.
  test.each([0.5, 0.2, 0.999, 1e-3, 1e-8, 5e-8, 1 - 1e-7])('at a rate of %d', async (rate) => {
    const { ours, theirs } = await onBackend('wasm', () => both([300, 40], rate, 7));
    expect(ours).toEqual(theirs);
  });

  test.each<Seed>([0, 1, 4294967295, 0.25, -3, 'a word', ''])('of the seed %j', async (seed) => {
    const { ours, theirs } = await onBackend('wasm', () => both([5, 60], 0.4, seed));
    expect(ours).toEqual(theirs);
  });
});

test('it is one kernel', async () => {
  const counts = await onBackend('wasm', () =>
    countKernels(['SerDropout', 'Floor'], () => both([9], 0.5, 1)),
  );
  expect(counts).toEqual([1, 1]);
});

test.each<[string, () => layers.Layer, object]>([
  ['without a seed', () => layers.dropout({ rate: 0.5 }), { training: true }],
  [
    'with a shape of the noise',
    () => layers.dropout({ rate: 0.5, seed: 1, noiseShape: [4, 1] }),
    { training: true },
  ],
  ['outside of training', () => layers.dropout({ rate: 0.5, seed: 1 }), {}],
  ['with a rate of 0', () => layers.dropout({ rate: 0, seed: 1 }), { training: true }],
])('%s, tfjs drops itself', async (_, make, kwargs) => {
  const counts = await onBackend('wasm', () =>
    countKernels(['SerDropout'], () => make().apply(tf.ones([4, 6]), kwargs)),
  );
  expect(counts).toEqual([0]);
});

test('a gradient of a gradient is tfjs’ own', async () => {
  const counts = await onBackend('wasm', () =>
    countKernels(['SerDropout'], () => {
      const layer = layers.dropout({ rate: 0.5, seed: 1 });
      const f = (x: tf.Tensor) => tf.square(layer.apply(x, { training: true }) as tf.Tensor);
      const slope = tf.grad((x: tf.Tensor) => tf.sum(tf.grad(f)(x)))(tf.ones([4, 6]));
      // (2·4·x)' where it is kept.
      expect([...new Set(slope.dataSync())].sort()).toEqual([0, 8]);
    }),
  );
  expect(counts).toEqual([0]);
});
