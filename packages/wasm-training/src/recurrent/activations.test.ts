import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { onBackend } from '../testing/on-backend.ts';
import type { ActivationName } from './recurrence-attrs.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

/** A cell's activation of numbers: one step of a simple cell whose kernel is ones. */
function activate(activation: ActivationName, x: number[], units = 1): Promise<number[]> {
  return onBackend('wasm', () => {
    const inputs = {
      x: tf.tensor(x, [x.length, 1, 1]),
      kernel: tf.ones([1, units]),
      recurrent: tf.zeros([units, units]),
    };
    const attrs = { cell: 'simple', activation, recurrentActivation: activation, keep: false };
    const [y] = tf.engine().runKernel('SerRecurrence', inputs, attrs) as unknown as tf.Tensor[];
    return [...y.dataSync()];
  });
}

const spread = Array.from({ length: 4001 }, (_, i) => Math.fround((i - 2000) / 100));
const tiny = Array.from({ length: 30 }, (_, i) => Math.fround((-1) ** i * 2 ** -(i + 1)));
const all = [...spread, ...tiny];

const EXACT: Partial<Record<ActivationName, (x: number) => number>> = {
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
};

describe.each(Object.entries(EXACT))('%s', (name, exact) => {
  const activation = name as ActivationName;

  test('is within 5e-7 of itself', async () => {
    // Relative: some units of the last place of float32, which is 6e-8.
    const expected = all.map(exact);
    expect(await activate(activation, all)).toBeAllclose(expected, { rtol: 5e-7, atol: 0 });
  });

  test('keeps its bounds, and NaN', async () => {
    const y = await activate(activation, [-Infinity, -1e30, -200, 200, 1e30, Infinity, Number.NaN]);
    const low = exact(-Infinity);
    expect(y.slice(0, 6)).toBeAllclose([low, low, low, 1, 1, 1], { rtol: 5e-7, atol: 1e-37 });
    expect(y[6]).toBeNaN();
    expect(Math.max(...y.slice(0, 6).map(Math.abs))).toBeLessThanOrEqual(1);
  });

  test('is the same bits wherever a number stands in a row', async () => {
    const alone = await activate(activation, all);
    for (const units of [2, 3, 4, 7]) {
      const rows = await activate(activation, all, units);
      expect(rows).toEqual(alone.flatMap((y) => new Array(units).fill(y)));
    }
  });
});

test.each<[ActivationName, number[], number[]]>([
  ['linear', [-2, 0, 3], [-2, 0, 3]],
  ['relu', [-2, 0, 3], [0, 0, 3]],
  ['hardSigmoid', [-2.5, -3, 0, 1, 2.5, 9], [0, 0, 0.5, 0.7, 1, 1].map(Math.fround)],
])('%s', async (activation, x, expected) => {
  expect(await activate(activation, x)).toEqual(expected);
});
