import type { DataId, DataType, TensorInfo } from '@tensorflow/tfjs-core';

/** The part of tfjs' `BackendWasm` that kernels use. Its `wasm` is an Emscripten module. */
export interface WasmBackend {
  readonly wasm: {
    _malloc(bytes: number): number;
    _free(address: number): void;
    /** The exports of the module; without threads, its memory is among them. */
    readonly asm?: { readonly memory?: WebAssembly.Memory };
    /** With threads, the memory is made outside. */
    readonly wasmMemory?: WebAssembly.Memory;
  };
  readonly dataIdMap: { get(dataId: DataId): { readonly memoryOffset: number } };
  disposeData(dataId: DataId): boolean;
  incRef(dataId: DataId): void;
  makeOutput(shape: number[], dtype: DataType): TensorInfo;
}
