import type { KernelMaker } from './kernel-maker.ts';
import { reduce } from './util/reduce.ts';

/** Sums of float32 over adjacent axes. */
export const sum: KernelMaker = reduce({ isMean: false });
