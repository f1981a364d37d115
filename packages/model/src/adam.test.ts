import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { Adam } from './adam.ts';

/** Adam in doubles, straight from the paper (Keras' form of ε). */
function expected(start: number, gradients: number[], rate: number): number {
  let [value, m, v] = [start, 0, 0];
  gradients.forEach((g, i) => {
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    const t = i + 1;
    value -= (rate * (Math.sqrt(1 - 0.999 ** t) / (1 - 0.9 ** t)) * m) / (Math.sqrt(v) + 1e-7);
  });
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
    const values = variable.dataSync();
    // Float32 moments against doubles.
    expect(values[0]).toBeCloseTo(expected(1, [0.5, 0.25, -2], 0.1), 5);
    expect(values[1]).toBeCloseTo(expected(-2, [-1, 3, 0], 0.1), 5);
    adam.dispose();
    variable.dispose();
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
