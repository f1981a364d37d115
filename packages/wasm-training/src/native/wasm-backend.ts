import type { DataId, DataType, TensorInfo } from '@tensorflow/tfjs-core';

/** What the backend knows of the values of a tensor. */
interface WasmData {
  /** Where they begin in the backend's memory. */
  readonly memoryOffset: number;
  readonly shape: number[];
  readonly dtype: DataType;
}

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
  readonly dataIdMap: { get(dataId: DataId): WasmData };
  disposeData(dataId: DataId): boolean;
  incRef(dataId: DataId): void;
  makeOutput(shape: number[], dtype: DataType): TensorInfo;
  /** A view of a tensor's values. It ends when the memory grows. */
  typedArrayFromHeap(tensor: TensorInfo): Float32Array | Int32Array | Uint8Array;
}
