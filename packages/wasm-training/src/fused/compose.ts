import type { DataId, Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../native/wasm-backend.ts';
import type { Tf } from '../tfjs.ts';

/** Runs one kernel of the wasm backend without the engine's bookkeeping. */
export type RunKernel = (
  name: string,
  inputs: Record<string, TensorInfo | undefined>,
  attrs?: object,
) => TensorInfo[];

/**
 * Makes tensors by several kernels. What the kernels make beside them is disposed, also when one
 * throws.
 */
export function compose(tf: Tf, compute: (run: RunKernel) => TensorInfo[]): Tensor[] {
  const engine = tf.engine();
  const backend = engine.backend as unknown as WasmBackend;
  const made: DataId[] = [];
  const run: RunKernel = (name, inputs, attrs = {}) => {
    const { kernelFunc } = tf.getKernel(name, 'wasm');
    const output = kernelFunc({ inputs: inputs as never, backend, attrs: attrs as never });
    const outputs = Array.isArray(output) ? output : [output];
    for (const { dataId } of outputs) made.push(dataId);
    return outputs;
  };
  let kept: TensorInfo[] = [];
  try {
    kept = compute(run);
  } finally {
    // A tensor that two kernels have returned counts twice.
    const left = new Set(kept.map(({ dataId }) => dataId));
    for (const dataId of made) if (!left.delete(dataId)) backend.disposeData(dataId);
  }
  return kept.map((info) => engine.makeTensorFromTensorInfo(info));
}
