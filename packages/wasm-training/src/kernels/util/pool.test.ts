import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../../enable-wasm-training.ts';
import { onBackend } from '../../testing/on-backend.ts';
import { values } from '../../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const pairs = (min: number, max: number): fc.Arbitrary<[number, number]> =>
  fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
const pools = fc.record({
  shape: fc.tuple(...[2, 8, 8, 5].map((max, i) => fc.integer({ min: i === 3 ? 1 : max / 2, max }))),
  // No window lies in the padding before the image, where XNNPACK and tfjs' cpu backend differ.
  filter: pairs(2, 4),
  strides: pairs(1, 3),
  pad: fc.integer({ min: 0, max: 1 }),
  rounding: fc.constantFrom('floor' as const, 'round' as const, 'ceil' as const),
});

describe('pooling with padding in numbers', () => {
  test.each([
    { name: 'maxPool', pool: tf.maxPool },
    { name: 'avgPool', pool: tf.avgPool },
  ])('$name is that of the cpu backend', async ({ pool }) => {
    const property = fc.asyncProperty(pools, async (p) => {
      const { data, shape } = values(p.shape, 1);
      const on = (backend: string) =>
        onBackend(backend, () => {
          const x = tf.tensor4d(data, shape as [number, number, number, number]);
          return pool(x, p.filter, p.strides, p.pad, p.rounding).dataSync() as Float32Array;
        });
      const [wasm, cpu] = [await on('wasm'), await on('cpu')];
      // Sums of at most 16 values round to 1e-6. Windows after the image are empty: they give
      // infinities or NaN, which must be equal.
      expect(wasm).toBeAllclose(cpu, { rtol: 0, atol: 5e-6 });
    });
    await fc.assert(property, { seed: 1, numRuns: 60 });
  });
});
