import type { TensorInfo } from '@tensorflow/tfjs-core';
import { WasmTrainingError } from '../wasm-training-error.ts';
import type { WasmBackend } from './wasm-backend.ts';

/**
 * Room for a kernel's float32 output in the backend's memory.
 *
 * @throws {WasmTrainingError} `out-of-memory`: the backend itself answers address 0, where its own
 *   state lies.
 */
export function makeOutput(backend: object, shape: number[]): TensorInfo {
  const wasmBackend = backend as WasmBackend;
  const output = wasmBackend.makeOutput(shape, 'float32');
  const bytes = shape.reduce((product, size) => product * size, 4);
  if (bytes === 0 || wasmBackend.dataIdMap.get(output.dataId).memoryOffset !== 0) return output;
  wasmBackend.disposeData(output.dataId);
  throw new WasmTrainingError(
    'out-of-memory',
    `wasm backend: its memory must hold ${bytes} more bytes for [${shape}], got none`,
  );
}
