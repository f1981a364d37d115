import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { enableWasmTraining } from './enable-wasm-training.ts';
import { gradients } from './gradients/index.ts';
import { kernels } from './kernels/index.ts';
import { compile } from './native/compile.ts';
import { nativeOf } from './native/native.ts';
import { WasmTrainingError } from './wasm-training-error.ts';

const registered = (): unknown[] => [
  ...Object.keys(kernels).map((name) => tf.getKernel(name, 'wasm')),
  ...Object.keys(gradients).map((name) => tf.getGradient(name)),
];

afterEach(() => vi.restoreAllMocks());

describe('enableWasmTraining', () => {
  test('asks for the backend first', async () => {
    expect(() => enableWasmTraining(tf)).toThrow(WasmTrainingError);
    expect(() => enableWasmTraining(tf)).toThrow(/import '@tensorflow\/tfjs-backend-wasm'/);
    await import('@tensorflow/tfjs-backend-wasm');
    await import('@tensorflow/tfjs-backend-cpu');
    expect(() => enableWasmTraining(tf)).toThrow(/gradients must be registered/);
    await import('@tensorflow/tfjs-layers');
  });

  test('asks for a whole number of threads', () => {
    expect(() => enableWasmTraining(tf, { threads: 1.5 })).toThrow(
      'enableWasmTraining: `threads` must be a whole number ≥ 1, got 1.5',
    );
  });

  test.each([undefined, {}])('asks for tfjs, got %o', (notTfjs) => {
    expect(() => enableWasmTraining(notTfjs as unknown as typeof tf)).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: expect.stringMatching(/`tf` must be/),
      }),
    );
  });

  test('registers once, quietly, and puts everything back', () => {
    const warn = vi.spyOn(console, 'warn');
    const before = registered();
    const disable = enableWasmTraining(tf);
    const enabled = registered();
    expect(enabled.every((config, i) => config !== undefined && config !== before[i])).toBe(true);
    expect(enableWasmTraining(tf)).toBe(disable);
    expect(registered()).toEqual(enabled);
    disable();
    expect(registered()).toEqual(before);
    disable();
    expect(registered()).toEqual(before);
    enableWasmTraining(tf)();
    expect(registered()).toEqual(before);
    expect(warn).not.toHaveBeenCalled();
  });

  test('leaves the kernels and gradients of other backends alone', async () => {
    const cpuKernels = Object.keys(kernels).map((name) => tf.getKernel(name, 'cpu'));
    const originals = Object.keys(gradients).map((name) => {
      const original = tf.getGradient(name);
      return vi.spyOn(original, 'gradFunc');
    });
    const disable = enableWasmTraining(tf);
    expect(Object.keys(kernels).map((name) => tf.getKernel(name, 'cpu'))).toEqual(cpuKernels);
    await tf.setBackend('cpu');
    tf.tidy(() => {
      const w = tf.ones<tf.Rank.R3>([3, 1, 2]);
      tf.grad((w) => tf.conv1d(tf.ones<tf.Rank.R3>([1, 5, 1]), w as tf.Tensor3D, 1, 'same'))(w);
    });
    const conv2D = originals[Object.keys(gradients).indexOf('Conv2D')];
    expect(conv2D).toHaveBeenCalledOnce();
    disable();
  });

  test('works whether the backend started before or after', async () => {
    const gradient = (): number[] =>
      tf.tidy(() => {
        expect(tf.getBackend()).toBe('wasm');
        const x = tf.tensor3d([1, 2, 3, 4], [1, 4, 1]);
        const w = tf.ones<tf.Rank.R3>([2, 1, 1]);
        return [
          ...tf
            .grad((w) => tf.conv1d(x, w as tf.Tensor3D, 1, 'valid'))(w)
            .dataSync(),
        ];
      });
    const disableEarly = enableWasmTraining(tf);
    await tf.setBackend('wasm');
    expect(gradient()).toEqual([6, 9]);
    disableEarly();
    expect(gradient).toThrow(/Conv2DBackpropFilter/);
    const disableLate = enableWasmTraining(tf);
    expect(gradient()).toEqual([6, 9]);
    disableLate();
  });
});

test('keeps tfjs from starting threads of its own, unless it has been asked to', () => {
  const flag = 'WASM_HAS_MULTITHREAD_SUPPORT';
  const flags = tf.env().getFlags();
  const before = flags[flag];
  delete flags[flag];
  enableWasmTraining(tf)();
  expect(flag in flags).toBe(false);
  const disable = enableWasmTraining(tf);
  expect(flags[flag]).toBe(false);
  disable();
  tf.env().set(flag, true);
  enableWasmTraining(tf)();
  expect(flags[flag]).toBe(true);
  flags[flag] = before;
});

test('says so when the memory is full', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
  const native = nativeOf({ wasm: { asm: { memory }, _malloc: () => 0, _free: () => {} } });
  expect(() => native.withScratch(64, () => 0)).toThrow(
    expect.objectContaining({ name: 'WasmTrainingError', code: 'out-of-memory' }),
  );
});

test('the module also takes the shared memory of the threaded backend', () => {
  const memory = new WebAssembly.Memory({ initial: 256, maximum: 65536, shared: true });
  const { exports } = new WebAssembly.Instance(compile({ shared: true }), { env: { memory } });
  const multiply = exports.multiplyTransposedB as (...numbers: number[]) => void;
  const heap = new Float32Array(memory.buffer);
  heap.set([1, 2, 3], 16);
  heap.set([4, 5, 6], 32);
  multiply(64, 128, 256, 1, 1, 3, 1024);
  expect(heap[64]).toBe(32);
});
