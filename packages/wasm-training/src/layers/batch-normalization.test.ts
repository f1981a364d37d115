import * as tf from '@tensorflow/tfjs-core';
import { input, layers, model as modelOf, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { countKernels } from '../testing/count-kernels.ts';
import { onBackend } from '../testing/on-backend.ts';
import { trainOnce } from '../testing/train-once.ts';
import { withTfjsMethods } from '../testing/with-tfjs-methods.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

/** What a model of one normalisation gives, with our methods and with tfjs' own. */
function both(shape: number[], own: object = {}): Float32Array[][] {
  const x = input({ batchShape: shape });
  const layer = layers.batchNormalization({
    gammaInitializer: 'randomNormal',
    betaInitializer: 'randomNormal',
    movingMeanInitializer: 'randomNormal',
    momentum: 0.7,
    epsilon: 0.02,
    ...own,
  });
  const model = modelOf({ inputs: x, outputs: layer.apply(x) as SymbolicTensor });
  const results = [trainOnce(model, shape), withTfjsMethods(() => trainOnce(model, shape))];
  model.dispose();
  return results;
}

describe('a batch normalisation that trains has the bits of tfjs', () => {
  // Rows in blocks of 64 and in fours, channels in vectors of four, with remainders.
  test.each([
    [[2, 3]],
    [[7, 5]],
    [[130, 4]],
    [[129, 11]],
    [[3, 65, 6]],
    [[1, 64, 8]],
    [[2, 3, 5, 7]],
    [[1, 4]],
  ])('for %j', async (shape) => {
    const [ours, theirs] = await onBackend('wasm', () => both(shape));
    expect(ours).toEqual(theirs);
  });

  test.each([
    ['of one channel', [9, 1], {}],
    ['of another axis', [4, 5, 6], { axis: 1 }],
  ])('%s, which tfjs computes', async (_, shape, own) => {
    const counts: number[] = [];
    const [ours, theirs] = await onBackend('wasm', () => {
      let results: Float32Array[][] = [];
      counts.push(
        ...countKernels(['SerBatchNormTraining'], () => {
          results = both(shape, own);
        }),
      );
      return results;
    });
    expect(ours).toEqual(theirs);
    expect(counts).toEqual([0]);
  });
});

test('it is a kernel forward and one backward', async () => {
  const names = ['SerBatchNormTraining', 'SerBatchNormTrainingGrad'];
  const counts = await onBackend('wasm', () => countKernels(names, () => both([8, 4])));
  expect(counts).toEqual([1, 1]);
});
