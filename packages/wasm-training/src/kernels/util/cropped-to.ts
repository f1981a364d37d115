import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../native/wasm-backend.ts';
import type { Tf } from '../../tfjs.ts';
import { WasmTrainingError } from '../../wasm-training-error.ts';

/**
 * Lends the front part of `dy` that a convolution or pooling has made: `dy` itself, unless the
 * caller's sizes do not fit. A larger one is cut, as tfjs' cpu backend does.
 *
 * @throws {WasmTrainingError} `bad-argument` when `dy` is too small.
 */
export function croppedTo<T>(
  tf: Tf,
  backend: object,
  dy: TensorInfo,
  shape: number[],
  use: (part: TensorInfo) => T,
): T {
  if (tf.util.arraysEqual(dy.shape, shape)) return use(dy);
  if (dy.shape.length !== shape.length || dy.shape.some((size, axis) => size < shape[axis])) {
    throw new WasmTrainingError(
      'bad-argument',
      `wasm backend: \`dy\` must be at least [${shape}], as the input and the filter have it, ` +
        `got [${dy.shape}]`,
    );
  }
  const { kernelFunc } = tf.getKernel('Slice', 'wasm');
  const attrs = { begin: shape.map(() => 0), size: shape };
  const part = kernelFunc({ inputs: { x: dy }, backend, attrs }) as TensorInfo;
  try {
    return use(part);
  } finally {
    (backend as WasmBackend).disposeData(part.dataId);
  }
}
