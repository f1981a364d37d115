import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../native/wasm-backend.ts';

/** Sums of nothing. */
export function fillWithZeros(backend: object, output: TensorInfo): void {
  (backend as WasmBackend).typedArrayFromHeap(output).fill(0);
}
