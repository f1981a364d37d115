import { imageWindows } from '../geometry/pool-windows.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { poolGrad, toAll } from './util/pool-grad.ts';

/** Gradient of average pooling of images. */
export const avgPoolGrad: KernelMaker = poolGrad(imageWindows, toAll);
