import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectMatchesDifferences } from '../testing/expect-matches-differences.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';
import { excite } from './excite.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

const x = [3, 70, 6];
const inputs = [x, x, [6, 4], [4], [4, 6], [6]].map((shape, i) => values(shape, i + 1));

test.each([undefined, { rate: 0.3, seed: 'word' }])(
  'the gradients of an excitation with dropout %j match differences',
  async (dropout) => {
    await expectMatchesDifferences(
      'wasm',
      (x, skip, squeeze, squeezeBias, last, exciteBias) =>
        excite(tf, x, skip, { squeeze, squeezeBias, excite: last, exciteBias, dropout }),
      inputs,
      // Float32 rounds sums of 30 to 4e-6, over 2e-2.
      { step: 1e-2, tolerance: 1e-3 },
    );
  },
);

test('the gradient of a sigmoid is dy·y·(1 − y)', async () => {
  const [actual, expected] = await onBackend('wasm', () => {
    const [y, dy] = [1, 2].map((seed) => tf.abs(tf.tensor(values([7], seed).data)));
    const kernel = tf.engine().runKernel('SerSigmoidGrad', { x: y, dy }) as tf.Tensor;
    const formula = tf.mul(dy, tf.mul(y, tf.sub(1, y)));
    return [kernel, formula].map((each) => each.dataSync());
  });
  expect(actual).toEqual(expected);
});
