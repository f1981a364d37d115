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

/** Two shapes that broadcast: each axis may be one, or missing in front. */
const shapes = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })
  .chain((shape) => {
    const operand = fc
      .tuple(fc.nat(shape.length), ...shape.map((size) => fc.constantFrom(size, 1)))
      .map(([dropped, ...sizes]) => sizes.slice(dropped));
    return fc.oneof(
      fc.tuple(operand, operand),
      fc.tuple(fc.constant(shape), operand),
      fc.tuple(operand, fc.constant(shape)),
    );
  });

describe.each([
  { name: 'add', operate: tf.add },
  { name: 'sub', operate: tf.sub },
  { name: 'mul', operate: tf.mul },
  // Divisors away from zero.
  { name: 'div', operate: (a: tf.Tensor, b: tf.Tensor) => tf.div(a, tf.add(b, 3)) },
])('$name', ({ operate }) => {
  test('and its gradients are those of the cpu backend, broadcast or not', async () => {
    const property = fc.asyncProperty(shapes, async ([a, b]) => {
      await expectMatchesCpu((a, b) => operate(a, b), [values(a, 1), values(b, 2)]);
    });
    await fc.assert(property, { seed: 1, numRuns: 80 });
  });

  test('keeps integers integers', async () => {
    const result = await onBackend('wasm', () => {
      const y = tf.mul(tf.tensor1d([7, 8], 'int32'), tf.tensor1d([2, 3], 'int32'));
      return [y.dtype, ...y.dataSync()];
    });
    expect(result).toEqual(['int32', 14, 24]);
  });
});
