import type { CastAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import type { WasmBackend } from '../native/wasm-backend.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { shareMemory } from './util/share-memory.ts';

/**
 * A cast to the type that a tensor has shares memory. One to bool asks what is not 0; the backend's
 * own kernel (tfjs 4.22.0) keeps the low byte of a number. Others convert.
 */
export const cast: KernelMaker = (_tf, original) => (args) => {
  const x = args.inputs.x as TensorInfo;
  const { dtype } = args.attrs as unknown as CastAttrs;
  const backend = args.backend as WasmBackend;
  if (dtype === x.dtype) return shareMemory(backend, x);
  const isNumber = x.dtype === 'float32' || x.dtype === 'int32';
  if (original && !(dtype === 'bool' && isNumber)) return original(args);
  return makeOutput(
    backend,
    x.shape,
    (y) => {
      const numbers = backend.typedArrayFromHeap(x);
      backend.typedArrayFromHeap(y).set(numbers.map((value) => (value === 0 ? 0 : 1)));
    },
    'bool',
  );
};
