import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { Adam, type AdamOptions } from './adam.ts';

beforeAll(() => tf.setBackend('cpu'));

/** Float32 moments against doubles. */
const FLOAT32 = { rtol: 0, atol: 5e-6 };

/** Adam in doubles, straight from the paper (Keras' form of ε). */
function expected(
  start: number,
  gradients: number[],
  rate: number,
  { beta1, beta2, epsilon } = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
): number {
  let [value, m, v] = [start, 0, 0];
  gradients.forEach((g, i) => {
    m = beta1 * m + (1 - beta1) * g;
    v = beta2 * v + (1 - beta2) * g * g;
    const t = i + 1;
    const correction = Math.sqrt(1 - beta2 ** t) / (1 - beta1 ** t);
    value -= (rate * correction * m) / (Math.sqrt(v) + epsilon);
  });
  return value;
}

/** Steps of one variable that begins at 1, with the gradients; its value. */
function stepped(gradients: number[], options?: AdamOptions): number {
  const variable = tf.tidy(() => tf.variable(tf.tensor1d([1])));
  const adam = new Adam([variable], options);
  for (const g of gradients) tf.tidy(() => adam.applyGradients([tf.tensor1d([g])]));
  const [value] = variable.dataSync();
  adam.dispose();
  variable.dispose();
  return value;
}

describe('Adam', () => {
  it('takes the steps of the paper', () => {
    const variable = tf.variable(tf.tensor1d([1, -2]));
    const adam = new Adam([variable], { learningRate: 0.1 });
    const gradients = [
      [0.5, -1],
      [0.25, 3],
      [-2, 0],
    ];
    for (const g of gradients) tf.tidy(() => adam.applyGradients([tf.tensor1d(g)]));
    expect(variable.dataSync()).toBeAllclose(
      [expected(1, [0.5, 0.25, -2], 0.1), expected(-2, [-1, 3, 0], 0.1)],
      FLOAT32,
    );
    adam.dispose();
    variable.dispose();
  });

  const GRADIENTS = [0.5, -0.25, 2, 1];

  it('has a rate of 0.001 by default', () => {
    expect(stepped(GRADIENTS)).toBeAllclose(expected(1, GRADIENTS, 1e-3), { rtol: 0, atol: 5e-7 });
  });

  it.each([
    { beta1: 0.5, beta2: 0.999, epsilon: 1e-7 },
    { beta1: 0.9, beta2: 0.5, epsilon: 1e-7 },
    { beta1: 0.9, beta2: 0.999, epsilon: 0.5 },
  ])('takes its decays and its epsilon: %j', (options) => {
    expect(stepped(GRADIENTS, { learningRate: 0.1, ...options })).toBeAllclose(
      expected(1, GRADIENTS, 0.1, options),
      FLOAT32,
    );
  });

  it('keeps gradients as small as its epsilon of 1e-7 from taking whole steps', () => {
    const tiny = [1e-7, 2e-7];
    const value = stepped(tiny, { learningRate: 0.1 });
    expect(value).toBeAllclose(expected(1, tiny, 0.1), FLOAT32);
    expect(1 - value).toBeLessThan(0.1);
  });

  it('leaves gradients alone whose norm is in bounds', () => {
    const clipped = stepped(GRADIENTS, { learningRate: 0.1, globalClipnorm: 2 });
    expect(clipped).toBeAllclose(expected(1, GRADIENTS, 0.1), FLOAT32);
  });

  it('gives its state: how many steps, the rate, both moments of each variable', async () => {
    const variable = tf.tidy(() => tf.variable(tf.tensor1d([1])));
    const adam = new Adam([variable], { learningRate: 0.5 });
    adam.learningRate = 0.25;
    for (const g of [1, 2]) tf.tidy(() => adam.applyGradients([tf.tensor1d([g])]));
    const { moments, ...numbers } = await adam.getState();
    expect(numbers).toEqual({ iterations: 2, learningRate: 0.25 });
    const [[first, second]] = moments;
    // The moments after 1 and 2: 0.9·0.1 + 0.1·2, and 0.999·0.001 + 0.001·4.
    expect([first[0], second[0]]).toBeAllclose([0.29, 0.004999], { rtol: 1e-6 });
    adam.dispose();
    variable.dispose();
  });

  it('decays weights apart from the gradient and clips the common norm of all gradients', () => {
    const a = tf.tidy(() => tf.variable(tf.tensor1d([1, -2])));
    const b = tf.tidy(() => tf.variable(tf.tensor1d([4])));
    const adam = new Adam([a, b], { learningRate: 0.1, weightDecay: 0.5, globalClipnorm: 1 });
    // Norm 13, so each is divided by 13; Adam's first step is rate · sign(gradient) whatever the
    // size.
    tf.tidy(() => adam.applyGradients([tf.tensor1d([3, 4]), tf.tensor1d([12])]));
    expect(a.dataSync()).toBeAllclose([1 * 0.95 - 0.1, -2 * 0.95 - 0.1], FLOAT32);
    // A second gradient of another size shows the clipping: m and v of 12/13, then of 0.5
    // unclipped.
    tf.tidy(() => adam.applyGradients([tf.tensor1d([0, 0]), tf.tensor1d([0.5])]));
    const m = 0.9 * 0.1 * (12 / 13) + 0.1 * 0.5;
    const v = 0.999 * 0.001 * (12 / 13) ** 2 + 0.001 * 0.25;
    const first = 4 * 0.95 - 0.1;
    const second =
      first * 0.95 - (0.1 * (Math.sqrt(1 - 0.999 ** 2) / (1 - 0.9 ** 2)) * m) / Math.sqrt(v);
    expect(b.dataSync()).toBeAllclose([second], FLOAT32);
    adam.dispose();
    tf.dispose([a, b]);
  });

  it('goes on bit for bit from a copied state and leaves no tensor', async () => {
    const before = tf.memory().numTensors;
    const step = (adam: Adam) => tf.tidy(() => adam.applyGradients([tf.tensor1d([0.3])]));
    const a = tf.tidy(() => tf.variable(tf.tensor1d([1])));
    const first = new Adam([a]);
    for (let i = 0; i < 3; i++) step(first);
    const state = await first.getState();
    const b = tf.tidy(() => tf.variable(tf.tensor1d(a.dataSync())));
    const second = new Adam([b]);
    second.setState(state);
    for (let i = 0; i < 5; i++) {
      step(first);
      step(second);
    }
    expect(b.dataSync()).toEqual(a.dataSync());
    first.dispose();
    second.dispose();
    tf.dispose([a, b]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
