import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';

const flag = 'WASM_HAS_MULTITHREAD_SUPPORT';
const flags = tf.env().getFlags();
const before = flags[flag];

beforeEach(() => {
  delete flags[flag];
});
afterEach(() => {
  flags[flag] = before;
});

describe("tfjs' own threads", () => {
  test('are off while training is enabled', () => {
    const disable = enableWasmTraining(tf);
    expect(flags[flag]).toBe(false);
    disable();
  });

  test('are left to tfjs after that', () => {
    enableWasmTraining(tf)();
    expect(flag in flags).toBe(false);
  });

  test.each([true, false])('stay where they have been set: %o', (value) => {
    tf.env().set(flag, value);
    const disable = enableWasmTraining(tf);
    expect(flags[flag]).toBe(value);
    disable();
    expect(flags[flag]).toBe(value);
  });
});
