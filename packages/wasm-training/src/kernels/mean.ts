import type { KernelMaker } from './kernel-maker.ts';
import { reduce } from './util/reduce.ts';

/** Means of float32 over adjacent axes. */
export const mean: KernelMaker = reduce({ isMean: true });
