import type { GradConfig, GradFunc } from '@tensorflow/tfjs-core';
import type { Tf } from '../../tfjs.ts';

/**
 * A gradient for the wasm backend. tfjs' own serves the other backends. It also serves where the
 * gradient itself is differentiated, since our kernels have no gradients.
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
