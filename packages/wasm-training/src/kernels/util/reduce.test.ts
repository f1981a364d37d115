import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../../enable-wasm-training.ts';
import { expectMatchesCpu } from '../../testing/expect-matches-cpu.ts';
import { onBackend } from '../../testing/on-backend.ts';
import { values } from '../../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const reductions = fc
  .array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 })
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      axes: fc.subarray([...shape.keys()]),
      keepDims: fc.boolean(),
    }),
  );

describe.each([
  { name: 'sum', reduce: tf.sum },
  { name: 'mean', reduce: tf.mean },
  { name: 'max', reduce: tf.max },
  { name: 'min', reduce: tf.min },
])('$name and its gradient', ({ reduce }) => {
  test('are those of the cpu backend over any axes', async () => {
    const property = fc.asyncProperty(reductions, async ({ shape, axes, keepDims }) => {
      await expectMatchesCpu((x) => reduce(x, axes, keepDims), [values(shape, 1)]);
    });
    await fc.assert(property, { seed: 1, numRuns: 100 });
  });

  test('are those of the cpu backend over more rows than one block holds', async () => {
    await expectMatchesCpu((x) => reduce(x, [0, 1]), [values([3, 67, 9], 1)]);
  });

  test('are those of the cpu backend over longer runs than one block holds', async () => {
    await expectMatchesCpu((x) => reduce(x), [values([5, 700], 2)]);
  });
});

test('the sum of a million tenths, in blocks, is right to float32', async () => {
  const total = await onBackend('wasm', () => tf.sum(tf.fill([1000000], 0.1)).dataSync()[0]);
  // One by one in float32 they make 100,958.
  expect(total).toBeAllclose(100000, { rtol: 0, atol: 1 });
});

test('sums of integers and booleans stay integers', async () => {
  const sums = await onBackend('wasm', () =>
    [tf.sum(tf.tensor1d([1, 2, 3], 'int32')), tf.sum(tf.tensor1d([true, false, true], 'bool'))].map(
      (sum) => [sum.dtype, sum.dataSync()[0]],
    ),
  );
  expect(sums).toEqual([
    ['int32', 6],
    ['int32', 2],
  ]);
});

test.each([
  { shape: [2, 0], axis: 1, expected: [0, 0] },
  { shape: [2, 0], axis: 0, expected: [] },
  { shape: [0, 3], axis: 0, expected: [0, 0, 0] },
  { shape: [0], axis: undefined, expected: [0] },
])('sums and means of nothing are 0: $shape over $axis', async ({ shape, axis, expected }) => {
  const results = await onBackend('wasm', () => {
    // Leaves something else in the memory that the output gets.
    tf.dispose(tf.fill([3], 7));
    return [tf.sum, tf.mean].map((reduce) => [...reduce(tf.zeros(shape), axis).dataSync()]);
  });
  expect(results).toEqual([expected, expected]);
});
