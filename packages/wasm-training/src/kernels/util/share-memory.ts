import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../native/wasm-backend.ts';

/** A tensor in the memory of another one, which counts as one more reference to that memory. */
export function shareMemory(backend: object, { dataId, shape, dtype }: TensorInfo): TensorInfo {
  (backend as WasmBackend).incRef(dataId);
  return { dataId, shape, dtype };
}
