import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { disposeAbandonedTape } from './dispose-abandoned-tape.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});
afterEach(() => {
  Object.assign(tf.engine().state, { gradientDepth: 0, activeTape: undefined });
});

/** A tensor that tfjs keeps for a gradient, that many gradients deep. */
function kept(gradientDepth: number): tf.Tensor {
  const saved = tf.tensor1d([1]);
  Object.assign(tf.engine().state, { gradientDepth, activeTape: [{ saved: [saved] }] });
  return saved;
}

it('frees what a gradient that was never taken keeps', () => {
  const saved = kept(0);
  disposeAbandonedTape();
  expect(saved.isDisposed).toBe(true);
  expect(tf.engine().state.activeTape).toEqual([]);
});

it('leaves alone what a gradient around it needs', () => {
  const saved = kept(1);
  disposeAbandonedTape();
  expect(saved.isDisposed).toBe(false);
  saved.dispose();
});

it('does nothing where nothing is kept', () => {
  expect(disposeAbandonedTape).not.toThrow();
});
