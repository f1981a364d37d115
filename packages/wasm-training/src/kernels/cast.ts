import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelMaker } from './kernel-maker.ts';
import { shareMemory } from './util/share-memory.ts';

/** A cast to the type that a tensor has shares memory. Others convert. */
export const cast: KernelMaker = (_tf, original) => (args) => {
  const x = args.inputs.x as TensorInfo;
  if (original && args.attrs?.dtype !== x.dtype) return original(args);
  return shareMemory(args.backend, x);
};
