import '@tensorflow/tfjs-backend-wasm';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { expect, it } from 'vitest';
import { Adam, type AdamOptions } from './adam.ts';

/** Five steps of two variables; their values and the optimiser's state. */
async function steps(options: AdamOptions) {
  const tensor = (seed: number) => tf.randomNormal([37, 3], 0, 1, 'float32', seed);
  const before = tf.memory().numTensors;
  const variables = [1, 2].map((seed) => tf.tidy(() => tf.variable(tensor(seed))));
  const adam = new Adam(variables, { learningRate: 0.01, ...options });
  for (let i = 0; i < 5; i++) {
    tf.tidy(() => adam.applyGradients([tensor(10 + i), tensor(20 + i)]));
  }
  const values = await Promise.all(variables.map((variable) => variable.data()));
  const state = await adam.getState();
  adam.dispose();
  tf.dispose(variables);
  expect(tf.memory().numTensors).toBe(before);
  return { values, state };
}

it.each([{}, { weightDecay: 0.1 }, { globalClipnorm: 0.5 }])(
  'takes the same steps, bit for bit, with the fused kernel: %j',
  async (options) => {
    await tf.setBackend('wasm');
    expect(tf.getKernel('SerAdam', 'wasm')).toBeUndefined();
    // Without the package's other kernels either, which change no bit of plain arithmetic.
    const composed = await steps(options);
    const disable = enableWasmTraining(tf, { threads: 1 });
    expect(tf.getKernel('SerAdam', 'wasm')).toBeDefined();
    const fused = await steps(options);
    disable();
    if (options.globalClipnorm === undefined) expect(fused).toEqual(composed);
    // The norm is a sum, which backends take in different orders.
    else expect(fused.values).toBeAllclose(composed.values, { rtol: 0, atol: 5e-6 });
  },
);
