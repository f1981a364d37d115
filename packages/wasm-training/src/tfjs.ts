import type * as tfc from '@tensorflow/tfjs-core';

/** The part of tfjs that this package uses: `import * as tf` from tfjs or from tfjs-core. */
export type Tf = Pick<
  typeof tfc,
  | 'backend_util'
  | 'broadcast_util'
  | 'engine'
  | 'env'
  | 'getBackend'
  | 'getGradient'
  | 'getKernel'
  | 'registerGradient'
  | 'registerKernel'
  | 'unregisterGradient'
  | 'unregisterKernel'
  | 'util'
>;

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
  readonly dataIdMap: { get(dataId: tfc.DataId): { readonly memoryOffset: number } };
  disposeData(dataId: tfc.DataId): boolean;
  incRef(dataId: tfc.DataId): void;
  makeOutput(shape: number[], dtype: tfc.DataType): tfc.TensorInfo;
}

/**
 * Builds the function of one kernel.
 *
 * @param original the function that the backend has registered, if any: the fallback
 */
export type KernelMaker = (tf: Tf, original: tfc.KernelFunc | undefined) => tfc.KernelFunc;

/**
 * Builds the gradient of one kernel.
 *
 * @param original tfjs' own, which serves the other backends
 */
export type GradientMaker = (tf: Tf, original: tfc.GradConfig) => tfc.GradConfig;
