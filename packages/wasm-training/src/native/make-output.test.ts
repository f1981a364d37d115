import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test, vi } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { onBackend } from '../testing/on-backend.ts';
import { makeOutput, makeOutputs, type NumericType } from './make-output.ts';
import type { WasmBackend } from './wasm-backend.ts';

/** A backend that gives every output the next address of a list. */
function fakeBackend(addresses: number[] = [64, 128, 192]) {
  let outputs = 0;
  const backend = {
    makeOutput: vi.fn((shape: number[], dtype: NumericType) => ({
      dataId: { address: addresses[outputs], number: outputs++ },
      shape,
      dtype,
    })),
    disposeData: vi.fn(),
    dataIdMap: { get: ({ address }: { address: number }) => ({ memoryOffset: address }) },
  };
  const disposed = () => backend.disposeData.mock.calls.map(([{ number }]) => number);
  return { backend, disposed };
}

const outOfMemory = expect.objectContaining({ name: 'WasmTrainingError', code: 'out-of-memory' });

describe('an output', () => {
  test('has its shape and type, float32 where none is given, and what is computed', () => {
    const { backend } = fakeBackend();
    const compute = vi.fn();
    const output = makeOutput(backend, [2, 3], compute);
    expect(output).toMatchObject({ shape: [2, 3], dtype: 'float32' });
    expect(compute).toHaveBeenCalledExactlyOnceWith(output);
    expect(makeOutput(backend, [], compute, 'int32').dtype).toBe('int32');
  });

  test.each([[[-1]], [[1.5]], [[2, Number.NaN]]])('of shape %o is refused', (shape) => {
    const { backend } = fakeBackend();
    expect(() => makeOutput(backend, shape, () => {})).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
    expect(backend.makeOutput).not.toHaveBeenCalled();
  });

  test.each([
    { shape: [2 ** 30], dtype: 'float32' },
    { shape: [2 ** 30], dtype: 'int32' },
    { shape: [2 ** 16, 2 ** 16], dtype: 'bool' },
  ] as const)('of 4 GB is not asked for: $shape of $dtype', ({ shape, dtype }) => {
    const { backend } = fakeBackend();
    expect(() => makeOutput(backend, [...shape], () => {}, dtype)).toThrow(outOfMemory);
    expect(backend.makeOutput).not.toHaveBeenCalled();
  });

  test.each([
    { shape: [2 ** 30 - 1], dtype: 'float32' },
    { shape: [2 ** 30 - 1], dtype: 'int32' },
    { shape: [2 ** 32 - 1], dtype: 'bool' },
  ] as const)('of less is: $shape of $dtype', ({ shape, dtype }) => {
    const { backend } = fakeBackend();
    expect(makeOutput(backend, [...shape], () => {}, dtype).shape).toEqual(shape);
  });

  test('at address 0 is given back, and is an error, but for one without values', () => {
    const { backend, disposed } = fakeBackend([0, 0]);
    expect(() => makeOutput(backend, [2], () => {})).toThrow(outOfMemory);
    expect(disposed()).toEqual([0]);
    expect(makeOutput(backend, [2, 0], () => {}).shape).toEqual([2, 0]);
  });

  test('is given back when it cannot be computed', () => {
    const { backend, disposed } = fakeBackend();
    const fail = (): never => {
      throw new Error('no');
    };
    expect(() => makeOutput(backend, [2], fail)).toThrow('no');
    expect(disposed()).toEqual([0]);
  });
});

describe('several outputs', () => {
  test('come in their order', () => {
    const { backend, disposed } = fakeBackend();
    const compute = vi.fn();
    const outputs = makeOutputs(backend, [[2], [3], [4]], compute);
    expect(outputs.map(({ shape }) => shape)).toEqual([[2], [3], [4]]);
    expect(compute).toHaveBeenCalledExactlyOnceWith(outputs);
    expect(disposed()).toEqual([]);
  });

  test('are all given back when there is no room for the last', () => {
    const { backend, disposed } = fakeBackend([64, 128, 0]);
    const compute = vi.fn();
    expect(() => makeOutputs(backend, [[2], [3], [4]], compute)).toThrow(outOfMemory);
    expect(disposed()).toEqual([2, 1, 0]);
    expect(compute).not.toHaveBeenCalled();
  });
});

test('a kernel that gets no memory says so, and leaves none behind', async () => {
  enableWasmTraining(tf, { threads: 1 });
  const sums = await onBackend('wasm', () => {
    const x = tf.ones<tf.Rank.R4>([1, 4, 4, 1]);
    const filter = tf.ones<tf.Rank.R4>([2, 2, 1, 1]);
    const { wasm } = tf.backend() as unknown as WasmBackend;
    const { _malloc } = wasm;
    wasm._malloc = () => 0;
    try {
      expect(() => tf.conv2d(x, filter, 1, 'valid')).toThrow(outOfMemory);
    } finally {
      wasm._malloc = _malloc;
    }
    return tf.sum(tf.conv2d(x, filter, 1, 'valid')).dataSync();
  });
  expect([...sums]).toEqual([36]);
});
