import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../../tfjs.ts';

/**
 * The input of a layer that trains on the wasm backend, of float32; undefined where tfjs' own code
 * serves. That is also where gradients are differentiated, since our kernels have no gradients.
 */
export function trainingInput(
  tf: Tf,
  inputs: Tensor | Tensor[],
  { training }: { training?: boolean },
): Tensor | undefined {
  if (!training || tf.getBackend() !== 'wasm') return undefined;
  if (tf.engine().state.gradientDepth > 1) return undefined;
  const list = Array.isArray(inputs) ? inputs : [inputs];
  const [x] = list;
  return list.length === 1 && x.dtype === 'float32' && x.size > 0 ? x : undefined;
}
