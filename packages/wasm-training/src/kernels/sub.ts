import type { KernelMaker } from './kernel-maker.ts';
import { binary } from './util/binary.ts';

/** a − b, broadcast. */
export const sub: KernelMaker = binary('subtract');
