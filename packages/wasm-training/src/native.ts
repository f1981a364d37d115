import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { NativeExports } from './native-exports.ts';
import type { WasmBackend } from './tfjs.ts';
import { wasmBinary } from './wasm-binary.ts';
import { WasmTrainingError } from './wasm-training-error.ts';

/** Our module on the memory of one backend. */
export interface Native extends NativeExports {
  readonly memory: WebAssembly.Memory;
  /** Where a tensor's values begin. Valid until the tensor is disposed. */
  address(tensor: TensorInfo): number;
  /** Lends `bytes` of memory to `use`. @throws {WasmTrainingError} `out-of-memory` */
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

const compiled = new Map<boolean, WebAssembly.Module>();

/**
 * Compiles the module, once for each kind of memory.
 *
 * @throws {WasmTrainingError} `no-simd` when the engine has no WebAssembly SIMD
 */
export function compile({ shared }: { shared: boolean }): WebAssembly.Module {
  let module = compiled.get(shared);
  if (!module) {
    const bytes = Uint8Array.from(atob(wasmBinary), (character) => character.charCodeAt(0));
    if (shared) markMemoryShared(bytes);
    try {
      module = new WebAssembly.Module(bytes);
    } catch (cause) {
      const message = 'enableWasmTraining: the engine must support WebAssembly SIMD, got none';
      throw new WasmTrainingError('no-simd', message, { cause });
    }
    compiled.set(shared, module);
  }
  return module;
}

/**
 * A module must say in its import whether the memory is shared; the code is the same. Flags of
 * memory limits: 1 = has a maximum, 2 = is shared.
 */
function markMemoryShared(bytes: Uint8Array): void {
  // The import reads: length 6, 'memory', kind 2 (a memory), flags.
  const pattern = [6, ...new TextEncoder().encode('memory'), 2, 1];
  const at = bytes.findIndex((_, i) => pattern.every((byte, j) => bytes[i + j] === byte));
  bytes[at + pattern.length - 1] = 3;
}
