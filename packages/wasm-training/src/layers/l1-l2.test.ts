import * as tf from '@tensorflow/tfjs-core';
import { regularizers } from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { countKernels } from '../testing/count-kernels.ts';
import { expectMatchesDifferences } from '../testing/expect-matches-differences.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';
import { withTfjsMethods } from '../testing/with-tfjs-methods.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

const penalty = (options: { l1?: number; l2?: number }) => {
  const regularizer = regularizers.l1l2(options);
  return (x: tf.Tensor) => regularizer.apply(x) as tf.Scalar;
};

// Runs of 1,024, four vectors at a time, and remainders.
test.each([1, 3, 4, 17, 1000, 1024, 3001])(
  'an L2 penalty of %d weights has the bits of tfjs',
  async (size) => {
    const [ours, theirs] = await onBackend('wasm', () => {
      const x = tf.tensor(values([size], 1).data);
      const run = () => {
        const { value, grad } = tf.valueAndGrad(penalty({ l1: 0, l2: 0.3 }))(x, tf.scalar(0.7));
        return [value, grad].map((each) => each.dataSync());
      };
      return [run(), withTfjsMethods(run)];
    });
    expect(ours).toEqual(theirs);
  },
);

test('its gradient matches finite differences', async () => {
  // Of a square, any step is exact up to rounding.
  await expectMatchesDifferences('wasm', penalty({ l1: 0, l2: 0.3 }), [values([5, 7], 1)]);
});

test('an L1 penalty is tfjs’ own', async () => {
  const counts = await onBackend('wasm', () =>
    countKernels(['SerSumSquares'], () => {
      const x = tf.tensor1d([1, -2]);
      expect(penalty({ l1: 0.5, l2: 0.25 })(x).dataSync()[0]).toBe(2.75);
      expect(penalty({ l1: 0.5, l2: 0 })(x).dataSync()[0]).toBe(1.5);
    }),
  );
  expect(counts).toEqual([0]);
});
