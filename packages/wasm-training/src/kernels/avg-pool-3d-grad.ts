import { volumeWindows } from '../geometry/pool-windows.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { poolGrad, toAll } from './util/pool-grad.ts';

/** Gradient of average pooling of volumes. */
export const avgPool3DGrad: KernelMaker = poolGrad(volumeWindows, toAll);
