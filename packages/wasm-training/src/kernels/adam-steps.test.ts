import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

const attrs = { rate: 1.7e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, shrink: 0.99 };
const NAMES = ['variable', 'first', 'second', 'gradient'];

/** The inputs of a step of variables of some shapes. */
const inputsOf = (shapes: number[][]): Record<string, tf.Tensor>[] =>
  shapes.map((shape, i) =>
    Object.fromEntries(
      NAMES.map((name, j) => [name, tf.abs(tf.tensor(values(shape, 10 * i + j).data, shape))]),
    ),
  );

const numbered = (each: Record<string, tf.Tensor>[]): Record<string, tf.Tensor> =>
  Object.fromEntries(
    each.flatMap((inputs, i) => Object.entries(inputs).map(([name, x]) => [name + i, x])),
  );

test.each([undefined, 0.37])('steps have the bits of SerAdam, scale %d', async (scale) => {
  const [actual, expected] = await onBackend('wasm', () => {
    const all = inputsOf([[3], [2, 5], [], [40, 7]]);
    const own: tf.NamedTensorMap = scale === undefined ? {} : { scale: tf.scalar(scale) };
    const run = (name: string, inputs: tf.NamedTensorMap) =>
      tf.engine().runKernel(name, { ...inputs, ...own }, attrs) as unknown as tf.Tensor[];
    const expected = all.map((inputs) => run('SerAdam', inputs).map((each) => each.dataSync()));
    const next = run('SerAdamSteps', numbered(all));
    const actual = all.map(({ first, second }, i) =>
      [next[i], first, second].map((each) => each.dataSync()),
    );
    return [actual, expected];
  });
  expect(actual).toEqual(expected);
});

test('a step of no variables gives none', async () => {
  const count = await onBackend('wasm', () => {
    const none = tf.engine().runKernel('SerAdamSteps', {}, attrs) as unknown as tf.Tensor[];
    return none.length;
  });
  expect(count).toBe(0);
});

test('refuses a tensor of another size before it writes any', async () => {
  await onBackend('wasm', () => {
    const all = inputsOf([[3], [4]]);
    const before = all[0].first.dataSync().slice();
    all[1].gradient = tf.zeros([5]);
    expect(() => tf.engine().runKernel('SerAdamSteps', numbered(all), attrs)).toThrow(
      'must hold 4 values',
    );
    expect(all[0].first.dataSync()).toEqual(before);
  });
});
