import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { WasmTrainingError } from '../wasm-training-error.ts';
import type { WasmBackend } from './wasm-backend.ts';

/** What a WebAssembly memory can hold. */
const MAX_BYTES = 2 ** 32;
const ELEMENT_BYTES = { float32: 4, int32: 4, bool: 1 } as const;

/** The types of tensors whose values lie in the backend's memory. */
export type NumericType = keyof typeof ELEMENT_BYTES;

/**
 * A kernel's output in the backend's memory.
 *
 * @param compute Writes the values. When it throws, the output's memory is given back.
 * @throws {WasmTrainingError} `bad-argument` when a size is no whole number ≥ 0; `out-of-memory`:
 *   the backend itself answers address 0, where its own state lies.
 */
export function makeOutput(
  backend: object,
  shape: number[],
  compute: (output: TensorInfo) => void,
  dtype: NumericType = 'float32',
): TensorInfo {
  const output = allocate(backend as WasmBackend, shape, dtype);
  try {
    compute(output);
  } catch (error) {
    (backend as WasmBackend).disposeData(output.dataId);
    throw error;
  }
  return output;
}

/** `makeOutput` for several outputs of float32. */
export function makeOutputs(
  backend: object,
  shapes: number[][],
  compute: (outputs: TensorInfo[]) => void,
): TensorInfo[] {
  const [shape, ...rest] = shapes;
  let others: TensorInfo[] = [];
  const first = makeOutput(backend, shape, (output) => {
    if (rest.length === 0) compute([output]);
    else others = makeOutputs(backend, rest, (outputs) => compute([output, ...outputs]));
  });
  return [first, ...others];
}

function allocate(backend: WasmBackend, shape: number[], dtype: DataType): TensorInfo {
  if (!shape.every((size) => Number.isInteger(size) && size >= 0)) {
    throw new WasmTrainingError(
      'bad-argument',
      `wasm backend: a tensor's sizes must be whole numbers ≥ 0, got [${shape}]`,
    );
  }
  const elementBytes = ELEMENT_BYTES[dtype as NumericType];
  const bytes = shape.reduce((product, size) => product * size, elementBytes);
  if (bytes < MAX_BYTES) {
    const output = backend.makeOutput(shape, dtype);
    if (bytes === 0 || backend.dataIdMap.get(output.dataId).memoryOffset !== 0) return output;
    backend.disposeData(output.dataId);
  }
  throw new WasmTrainingError(
    'out-of-memory',
    `wasm backend: its memory must hold ${bytes} more bytes for [${shape}], got none`,
  );
}
