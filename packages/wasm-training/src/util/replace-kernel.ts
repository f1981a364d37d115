import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';

/**
 * Registers a kernel in place of the one of its name.
 *
 * @returns A function that restores that kernel.
 */
export function replaceKernel(tf: Tf, config: KernelConfig): () => void {
  const { kernelName, backendName } = config;
  const original = tf.getKernel(kernelName, backendName);
  // tfjs warns of a kernel that is registered twice.
  if (original) tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel(config);
  return () => {
    tf.unregisterKernel(kernelName, backendName);
    if (original) tf.registerKernel(original);
  };
}
