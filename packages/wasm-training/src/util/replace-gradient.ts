import type { GradConfig } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';

/**
 * Registers a gradient in place of its kernel's.
 *
 * @returns A function that restores that gradient.
 */
export function replaceGradient(tf: Tf, config: GradConfig): () => void {
  const original = tf.getGradient(config.kernelName);
  tf.unregisterGradient(config.kernelName);
  tf.registerGradient(config);
  return () => {
    tf.unregisterGradient(config.kernelName);
    tf.registerGradient(original);
  };
}
