import type { KernelMaker } from './kernel-maker.ts';
import { pool } from './util/pool.ts';

/** Max pooling of images [batch, height, width, channels]. */
export const maxPool: KernelMaker = pool((native, x, y) => native.maxPool(x, y));
