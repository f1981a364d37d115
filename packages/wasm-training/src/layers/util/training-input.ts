import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../../tfjs.ts';
import type { CallArgs } from '../method-maker.ts';

/**
 * Whether gradients of our kernels may be taken: on the wasm backend, and not where gradients are
 * differentiated themselves, since our kernels' have none.
 */
export function isTraining(tf: Tf): boolean {
  return tf.getBackend() === 'wasm' && tf.engine().state.gradientDepth <= 1;
}

/**
 * The input of a layer that trains on the wasm backend, of float32; undefined where tfjs' own code
 * serves.
 */
export function trainingInput(
  tf: Tf,
  inputs: Tensor | Tensor[],
  kwargs: CallArgs,
): Tensor | undefined {
  if (!kwargs?.training || !isTraining(tf)) return undefined;
  const list = Array.isArray(inputs) ? inputs : [inputs];
  const [x] = list;
  return list.length === 1 && x.dtype === 'float32' && x.size > 0 ? x : undefined;
}
