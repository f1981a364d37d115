import { imageWindows } from '../geometry/pool-windows.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { poolGrad, toFirstMaximum } from './util/pool-grad.ts';

/** Gradient of max pooling of images. */
export const maxPoolGrad: KernelMaker = poolGrad(imageWindows, toFirstMaximum);
