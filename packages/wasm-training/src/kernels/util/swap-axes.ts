import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../native/wasm-backend.ts';
import type { Tf } from '../../tfjs.ts';

/**
 * Transposes a tensor viewed as [outer, a, b].
 *
 * @returns A tensor whose values lie as [outer, b, a], and whose shape is `shape`.
 */
export function swapAxes(
  tf: Tf,
  backend: WasmBackend,
  { dataId, dtype }: TensorInfo,
  view: [outer: number, a: number, b: number],
  shape: number[],
): TensorInfo {
  const { kernelFunc } = tf.getKernel('Transpose', 'wasm');
  const inputs = { x: { dataId, dtype, shape: view } };
  const output = kernelFunc({ inputs, backend, attrs: { perm: [0, 2, 1] } }) as TensorInfo;
  return { dataId: output.dataId, dtype, shape };
}
