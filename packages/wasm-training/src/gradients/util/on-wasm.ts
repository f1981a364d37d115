import type { GradConfig, GradFunc } from '@tensorflow/tfjs-core';
import type { Tf } from '../../tfjs.ts';

/**
 * A gradient that applies on the wasm backend alone, and only where nothing differentiates the
 * gradient again: kernels of ours have no gradients of their own. Elsewhere tfjs' gradient serves.
 */
export function onWasm(tf: Tf, original: GradConfig, gradFunc: GradFunc): GradConfig {
  return {
    ...original,
    gradFunc: (dy, saved, attrs) => {
      const isNested = tf.engine().state.gradientDepth > 0;
      const serves = tf.getBackend() === 'wasm' && !isNested;
      return (serves ? gradFunc : original.gradFunc)(dy, saved, attrs);
    },
  };
}
