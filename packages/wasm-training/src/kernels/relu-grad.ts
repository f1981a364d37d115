import type { KernelMaker } from './kernel-maker.ts';
import { elementwiseGrad } from './util/elementwise-grad.ts';

/** The kernel `SerReluGrad`: the gradient of a rectifier. */
export const reluGrad: KernelMaker = elementwiseGrad((native, x, dy, dx, size) =>
  native.reluGradient(x, dy, dx, size),
);
