import type { TensorInfo } from '@tensorflow/tfjs-core';
import { WasmTrainingError } from '../wasm-training-error.ts';
import { compile } from './compile.ts';
import type { NumericType } from './make-output.ts';
import type { NativeExports } from './native-exports.ts';
import type { WasmBackend } from './wasm-backend.ts';

/** Our module on the memory of one backend. */
export interface Native extends NativeExports {
  readonly memory: WebAssembly.Memory;
  /**
   * Where a tensor's values begin. Valid until the tensor is disposed. The module believes every
   * size that it is told, so whoever asks for an address says what will be read or written there.
   *
   * @param elements How many values the module will touch.
   * @param dtype Their type. Default 'float32'.
   * @throws {WasmTrainingError} `bad-argument` when the tensor does not hold exactly those.
   */
  address(tensor: TensorInfo, elements: number, dtype?: NumericType): number;
  /**
   * Lends `bytes` of memory to `use`.
   *
   * @throws {WasmTrainingError} `out-of-memory`.
   */
  withScratch<T>(bytes: number, use: (address: number) => T): T;
}

const natives = new WeakMap<object, Native>();

/** The module for a backend, instantiated on its memory the first time. */
export function nativeOf(backend: object): Native {
  let native = natives.get(backend);
  if (!native) {
    native = instantiate(backend as WasmBackend);
    natives.set(backend, native);
  }
  return native;
}

function instantiate(backend: WasmBackend): Native {
  const { wasm } = backend;
  const memory = wasm?.asm?.memory ?? wasm?.wasmMemory;
  if (!(memory instanceof WebAssembly.Memory)) {
    throw new WasmTrainingError(
      'missing-backend',
      "enableWasmTraining: the backend 'wasm' must expose its memory as tfjs 4 does, got none",
    );
  }
  const shared =
    typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer;
  const { exports } = new WebAssembly.Instance(compile({ shared }), { env: { memory } });
  return {
    ...(exports as unknown as NativeExports),
    memory,
    address({ dataId }, elements, dtype = 'float32') {
      // What the backend has, and not what the tensor says of itself.
      const data = backend.dataIdMap.get(dataId);
      const size = data.shape.reduce((product, length) => product * length, 1);
      if (data.dtype === dtype && size === elements) return data.memoryOffset;
      throw new WasmTrainingError(
        'bad-argument',
        `wasm backend: a kernel's tensor must hold ${elements} values of ${dtype}, ` +
          `got [${data.shape}] of ${data.dtype}`,
      );
    },
    withScratch(bytes, use) {
      const address = wasm._malloc(bytes) >>> 0;
      if (address === 0) {
        throw new WasmTrainingError(
          'out-of-memory',
          `wasm backend: its memory must hold ${bytes} more bytes of scratch, got none`,
        );
      }
      try {
        return use(address);
      } finally {
        wasm._free(address);
      }
    },
  };
}
