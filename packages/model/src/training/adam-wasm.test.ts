import '@tensorflow/tfjs-backend-wasm';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { afterEach, expect, it } from 'vitest';
import { Adam, type AdamOptions } from './adam.ts';

let disable: (() => void) | undefined;
afterEach(() => disable?.());

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
    disable = enableWasmTraining(tf, { threads: 1 });
    expect(tf.getKernel('SerAdam', 'wasm')).toBeDefined();
    const fused = await steps(options);
    if (options.globalClipnorm === undefined) expect(fused).toEqual(composed);
    // The norm is a sum, which backends take in different orders.
    else expect(fused.values).toBeAllclose(composed.values, { rtol: 0, atol: 5e-6 });
  },
);

it('leaves clones of weights and of moments as they were', async () => {
  await tf.setBackend('wasm');
  disable = enableWasmTraining(tf, { threads: 1 });
  /** Two steps; between them a clone of everything that has the variable's shape may be taken. */
  const run = (clones: boolean) => {
    const variable = tf.tidy(() => tf.variable(tf.tensor1d([1, 2, 3])));
    // The moments are the variables that an optimiser makes.
    const moments: tf.Variable[] = [];
    const { registeredVariables } = tf.engine().state;
    const known = new Set(Object.values(registeredVariables));
    const adam = new Adam([variable], { learningRate: 0.1 });
    for (const each of Object.values(registeredVariables)) if (!known.has(each)) moments.push(each);
    expect(moments).toHaveLength(2);
    const step = () => tf.tidy(() => adam.applyGradients([tf.tensor1d([0.5, -1, 0.25])]));
    step();
    const held = clones ? [variable, ...moments].map((each) => each.clone()) : [];
    const before = held.map((each) => each.dataSync().slice());
    step();
    expect(held.map((each) => each.dataSync())).toEqual(before);
    const after = [variable, ...moments].map((each) => each.dataSync().slice());
    adam.dispose();
    tf.dispose([variable, ...held]);
    return after;
  };
  expect(run(true)).toEqual(run(false));
});
