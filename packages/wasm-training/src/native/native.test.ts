import { describe, expect, test, vi } from 'vitest';
import { MAX_PAGES } from '../threads/grow-memory.ts';
import { nativeOf } from './native.ts';

const limits = { initial: 1, maximum: MAX_PAGES };

/** A backend whose memory is where tfjs has it without threads. */
function fakeBackend(address: number, data: object = {}) {
  const memory = new WebAssembly.Memory(limits);
  const wasm = { asm: { memory }, _malloc: vi.fn(() => address), _free: vi.fn() };
  return { wasm, dataIdMap: { get: () => data } };
}

describe('the module', () => {
  test('works on the memory of the backend, and is one for each', () => {
    const backend = fakeBackend(64);
    expect(nativeOf(backend).memory).toBe(backend.wasm.asm.memory);
    expect(nativeOf(backend)).toBe(nativeOf(backend));
    expect(nativeOf(fakeBackend(64))).not.toBe(nativeOf(backend));
  });

  test("works on the shared memory of tfjs' own threads", () => {
    const wasmMemory = new WebAssembly.Memory({ ...limits, shared: true });
    const native = nativeOf({ wasm: { wasmMemory, asm: {} } });
    expect(native.memory).toBe(wasmMemory);
    expect(native.multiplyTransposedAScratch(1, 1)).toBeGreaterThan(0);
  });

  test.each([{}, { wasm: {} }, { wasm: { asm: { memory: {} } } }])(
    'is for no backend without a memory: %o',
    (backend) => {
      expect(() => nativeOf(backend)).toThrow(
        expect.objectContaining({ name: 'WasmTrainingError', code: 'missing-backend' }),
      );
    },
  );
});

describe('scratch', () => {
  test('is lent, and given back', () => {
    const backend = fakeBackend(64);
    const { _malloc, _free } = backend.wasm;
    const use = vi.fn((address: number) => {
      expect(_free).not.toHaveBeenCalled();
      return address + 1;
    });
    expect(nativeOf(backend).withScratch(96, use)).toBe(65);
    expect(_malloc).toHaveBeenCalledExactlyOnceWith(96);
    expect(_free).toHaveBeenCalledExactlyOnceWith(64);
  });

  test('is given back after an error', () => {
    const backend = fakeBackend(64);
    const fail = (): never => {
      throw new Error('no');
    };
    expect(() => nativeOf(backend).withScratch(96, fail)).toThrow('no');
    expect(backend.wasm._free).toHaveBeenCalledExactlyOnceWith(64);
  });

  test('may lie beyond 2 GB, where addresses come as numbers below 0', () => {
    const use = (address: number): number => address;
    expect(nativeOf(fakeBackend(-16)).withScratch(96, use)).toBe(2 ** 32 - 16);
  });

  test('that does not fit into the memory is an error', () => {
    const backend = fakeBackend(0);
    const use = vi.fn();
    expect(() => nativeOf(backend).withScratch(64, use)).toThrow(
      expect.objectContaining({ name: 'WasmTrainingError', code: 'out-of-memory' }),
    );
    expect(use).not.toHaveBeenCalled();
    expect(backend.wasm._free).not.toHaveBeenCalled();
  });
});

describe('the address of a tensor', () => {
  const of = (data: object, ...asked: [number, ('int32' | 'bool')?]): number =>
    nativeOf(fakeBackend(64, { memoryOffset: 320, ...data })).address(
      { dataId: {}, shape: [], dtype: 'float32' },
      ...asked,
    );

  test('is that of its values', () => {
    expect(of({ shape: [2, 3], dtype: 'float32' }, 6)).toBe(320);
    expect(of({ shape: [], dtype: 'int32' }, 1, 'int32')).toBe(320);
  });

  test.each([
    [{ shape: [2, 3], dtype: 'float32' }, 5, undefined],
    [{ shape: [2, 3], dtype: 'float32' }, 7, undefined],
    [{ shape: [2, 3], dtype: 'int32' }, 6, undefined],
    [{ shape: [2, 3], dtype: 'float32' }, 6, 'int32'],
  ] as const)('of %o is refused to who reads %i values of %s', (data, elements, dtype) => {
    expect(() => of(data, elements, dtype)).toThrow(
      expect.objectContaining({ name: 'WasmTrainingError', code: 'bad-argument' }),
    );
  });
});
