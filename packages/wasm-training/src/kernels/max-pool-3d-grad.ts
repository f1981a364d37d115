import { volumeWindows } from '../geometry/pool-windows.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { poolGrad, toLastMaximum } from './util/pool-grad.ts';

/** Gradient of max pooling of volumes. */
export const maxPool3DGrad: KernelMaker = poolGrad(volumeWindows, toLastMaximum);
