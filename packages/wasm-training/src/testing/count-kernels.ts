import * as tf from '@tensorflow/tfjs-core';
import { replaceKernel } from '../util/replace-kernel.ts';

/** How often `f` runs each of some kernels of the wasm backend. */
export function countKernels(names: string[], f: () => void): number[] {
  const counts = names.map(() => 0);
  const undo = names.map((name, i) => {
    const kernel = tf.getKernel(name, 'wasm');
    const kernelFunc: tf.KernelFunc = (args) => {
      counts[i]++;
      return kernel.kernelFunc(args);
    };
    return replaceKernel(tf, { ...kernel, kernelFunc });
  });
  try {
    f();
  } finally {
    for (const each of undo) each();
  }
  return counts;
}
