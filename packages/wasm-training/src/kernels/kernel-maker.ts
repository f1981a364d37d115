import type { KernelFunc } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';

/**
 * Builds the function of one kernel.
 *
 * @param original The function that the backend has registered, if any: the fallback.
 */
export type KernelMaker = (tf: Tf, original: KernelFunc | undefined) => KernelFunc;
