import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelMaker } from './kernel-maker.ts';
import { shareMemory } from './util/share-memory.ts';

/**
 * Identity without a copy, as on tfjs' cpu backend. The tape clones every tensor that it saves, and
 * copies would cost a tenth of a training step.
 */
export const identity: KernelMaker = (_tf, original) => (args) => {
  const x = args.inputs.x as TensorInfo;
  if (original && x.dtype === 'string') return original(args);
  return shareMemory(args.backend, x);
};
