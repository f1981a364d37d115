import type { KernelMaker } from './kernel-maker.ts';
import { pool } from './util/pool.ts';

/** Average pooling of images [batch, height, width, channels]. */
export const avgPool: KernelMaker = pool((native, x, y) => native.averagePool(x, y));
