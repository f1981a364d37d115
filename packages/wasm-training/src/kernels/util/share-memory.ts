import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../native/wasm-backend.ts';
import type { KernelMaker } from '../kernel-maker.ts';

/**
 * Identity without a copy: the output shares the input's memory and counts as one more reference,
 * as on tfjs' cpu backend. The tape clones every tensor that it saves, so copies cost a tenth of a
 * training step.
 */
export const identity: KernelMaker = (_tf, original) => (args) => {
  const x = args.inputs.x as TensorInfo;
  if (original && x.dtype === 'string') return original(args);
  return share(args.backend, x);
};

/** A cast to the type that a tensor has shares memory; others convert. */
export const cast: KernelMaker = (_tf, original) => (args) => {
  const x = args.inputs.x as TensorInfo;
  if (original && args.attrs?.dtype !== x.dtype) return original(args);
  return share(args.backend, x);
};

function share(backend: object, { dataId, shape, dtype }: TensorInfo): TensorInfo {
  (backend as WasmBackend).incRef(dataId);
  return { dataId, shape, dtype };
}
