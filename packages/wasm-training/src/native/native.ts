import type { TensorInfo } from '@tensorflow/tfjs-core';
import { WasmTrainingError } from '../wasm-training-error.ts';
import { compile } from './compile.ts';
import type { NativeExports } from './native-exports.ts';
import type { WasmBackend } from './wasm-backend.ts';

/** Our module on the memory of one backend. */
export interface Native extends NativeExports {
  readonly memory: WebAssembly.Memory;
  /** Where a tensor's values begin. Valid until the tensor is disposed. */
  address(tensor: TensorInfo): number;
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
    address: ({ dataId }) => backend.dataIdMap.get(dataId).memoryOffset,
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
