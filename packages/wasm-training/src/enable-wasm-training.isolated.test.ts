import os from 'node:os';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { enableWasmTraining } from './enable-wasm-training.ts';
import { gradients } from './gradients/index.ts';
import { kernels } from './kernels/index.ts';
import { layers } from './layers/index.ts';
import * as pool from './threads/current-pool.ts';
import { WasmTrainingError } from './wasm-training-error.ts';

vi.mock('./threads/current-pool.ts', { spy: true });
const setThreads = vi.mocked(pool.setThreads);

/** A method of tfjs-layers that we replace, and whether its class has it or a class above. */
const methods = (): unknown[] => {
  const { classNameMap } = tf.serialization.SerializationMap.getMap();
  return Object.entries(layers).flatMap(([className, own]) =>
    Object.keys(own).map((name) => {
      const prototype = classNameMap[className]?.[0].prototype as object | undefined;
      return prototype && [Reflect.get(prototype, name), Object.hasOwn(prototype, name)];
    }),
  );
};

const registered = (): unknown[] => [
  ...methods(),
  ...Object.keys(kernels).map((name) => tf.getKernel(name, 'wasm')),
  ...Object.keys(gradients).map((name) => tf.getGradient(name)),
];

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  setThreads.mockClear();
});

describe('enableWasmTraining', () => {
  // The first four tests run in this order: each needs what those before have not imported, and the
  // fourth what nobody has compiled.
  test('throws an error of its own class', () => {
    expect(() => enableWasmTraining(tf)).toThrow(WasmTrainingError);
  });

  test('asks for the backend', () => {
    expect(() => enableWasmTraining(tf)).toThrow(
      expect.objectContaining({
        code: 'missing-backend',
        message: expect.stringMatching(
          /`tf` must know the backend.*import '@tensorflow\/tfjs-backend-wasm'/,
        ),
      }),
    );
  });

  test('asks for the gradients of tfjs', async () => {
    await import('@tensorflow/tfjs-backend-wasm');
    await import('@tensorflow/tfjs-backend-cpu');
    expect(() => enableWasmTraining(tf)).toThrow(
      expect.objectContaining({
        code: 'missing-gradients',
        message: expect.stringMatching(/`tf` must know the gradients of tfjs/),
      }),
    );
    await import('@tensorflow/tfjs-layers');
  });

  test('asks for SIMD, before it changes anything', () => {
    const before = registered();
    const cause = new WebAssembly.CompileError('Wasm SIMD unsupported');
    class NoSimd {
      constructor() {
        throw cause;
      }
    }
    vi.stubGlobal('WebAssembly', { ...WebAssembly, Module: NoSimd });
    expect(() => enableWasmTraining(tf)).toThrow(
      expect.objectContaining({ name: 'WasmTrainingError', code: 'no-simd', cause }),
    );
    expect(registered()).toEqual(before);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, null, '2'])(
    'refuses %o threads',
    (threads) => {
      expect(() => enableWasmTraining(tf, { threads: threads as number })).toThrow(
        expect.objectContaining({
          code: 'bad-argument',
          message: `enableWasmTraining: \`threads\` must be a whole number ≥ 1, got ${threads}`,
        }),
      );
    },
  );

  test('checks its arguments also when it is called again', () => {
    const disable = enableWasmTraining(tf);
    expect(() => enableWasmTraining(tf, { threads: 0 })).toThrow(/`threads`/);
    expect(() => enableWasmTraining({} as typeof tf)).toThrow(/`tf`/);
    disable();
  });

  test.each([
    { options: {}, machine: 8, threads: 4 },
    { options: { threads: undefined }, machine: 8, threads: 4 },
    { options: {}, machine: 3, threads: 3 },
    { options: { threads: 6 }, machine: 8, threads: 6 },
    { options: { threads: 6 }, machine: 2, threads: 2 },
    { options: { threads: 1 }, machine: 8, threads: 1 },
  ])(
    'with $options on a machine of $machine has $threads threads, and one after that',
    ({ options, machine, threads }) => {
      vi.spyOn(os, 'availableParallelism').mockReturnValue(machine);
      const disable = enableWasmTraining(tf, options);
      expect(setThreads.mock.calls).toEqual([[threads]]);
      disable();
      expect(setThreads.mock.calls).toEqual([[threads], [1]]);
    },
  );

  test('keeps its threads when it is called again, and stops them once', () => {
    vi.spyOn(os, 'availableParallelism').mockReturnValue(8);
    const disable = enableWasmTraining(tf, { threads: 2 });
    enableWasmTraining(tf, { threads: 3 });
    disable();
    disable();
    expect(setThreads.mock.calls).toEqual([[2], [1]]);
  });

  test.each(Object.keys(gradients))('names the gradient that tfjs lacks: %s', (kernelName) => {
    const before = registered();
    const gradient = tf.getGradient(kernelName);
    tf.unregisterGradient(kernelName);
    expect(() => enableWasmTraining(tf)).toThrow(
      expect.objectContaining({
        code: 'missing-gradients',
        message: expect.stringContaining(`got none for '${kernelName}'`),
      }),
    );
    tf.registerGradient(gradient);
    expect(registered()).toEqual(before);
  });

  test.each([undefined, {}])('asks for tfjs, got %o', (notTfjs) => {
    expect(() => enableWasmTraining(notTfjs as unknown as typeof tf)).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: expect.stringMatching(/`tf` must be/),
      }),
    );
  });

  test.each([
    [{ thread: 2 }, /must hold none but threads, got thread \(did you mean `threads`\?\)/],
    [{ constructor: 1 }, /must hold none but threads, got constructor$/],
    [null, /`options` must be an object, got null/],
  ])('refuses the options %o', (options, message) => {
    expect(() => enableWasmTraining(tf, options as unknown as { threads: number })).toThrow(
      expect.objectContaining({ code: 'bad-argument', message: expect.stringMatching(message) }),
    );
  });

  test('names what a build of tfjs lacks', () => {
    expect(() => enableWasmTraining({ ...tf, engine: undefined } as unknown as typeof tf)).toThrow(
      /`tf` must be tfjs, as in .*, got one without `engine`/,
    );
  });

  test('registers every kernel and gradient', () => {
    const before = registered();
    const disable = enableWasmTraining(tf);
    const enabled = registered();
    expect(enabled.every((config, i) => config !== undefined && config !== before[i])).toBe(true);
    disable();
  });

  test('changes nothing when it is called again', () => {
    const disable = enableWasmTraining(tf);
    const enabled = registered();
    expect(enableWasmTraining(tf)).toBe(disable);
    expect(registered()).toEqual(enabled);
    disable();
  });

  test('finds the layers of each copy of tfjs-core that it is called with', () => {
    const copies = [1, 2].map(() => {
      const call = (): string => 'own';
      const prototype = { call };
      const map = { classNameMap: { RNN: [{ className: 'RNN', prototype }] } };
      const SerializationMap = { getMap: () => map, register: () => {} };
      return { call, prototype, tf: { ...tf, serialization: { SerializationMap } } as never };
    });
    const isFound = (): boolean[] => copies.map(({ call, prototype }) => prototype.call !== call);
    const disable = enableWasmTraining(copies[0].tf);
    expect(isFound()).toEqual([true, false]);
    const found = copies[0].prototype.call;
    enableWasmTraining(copies[1].tf);
    enableWasmTraining(copies[0].tf);
    expect(isFound()).toEqual([true, true]);
    expect(copies[0].prototype.call).toBe(found);
    disable();
    expect(isFound()).toEqual([false, false]);
  });

  test('returns a function that puts everything back', () => {
    const before = registered();
    const disable = enableWasmTraining(tf);
    disable();
    expect(registered()).toEqual(before);
  });

  test('returns a function that may be called twice', () => {
    const before = registered();
    const disable = enableWasmTraining(tf);
    disable();
    disable();
    expect(registered()).toEqual(before);
  });

  test('can be called anew after that', () => {
    const before = registered();
    enableWasmTraining(tf)();
    enableWasmTraining(tf)();
    expect(registered()).toEqual(before);
  });

  test('makes tfjs warn of nothing', () => {
    const warn = vi.spyOn(console, 'warn');
    const disable = enableWasmTraining(tf);
    enableWasmTraining(tf);
    disable();
    enableWasmTraining(tf)();
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
