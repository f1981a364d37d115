import type { KernelMaker } from './kernel-maker.ts';
import { elementwiseGrad } from './util/elementwise-grad.ts';

/** The kernel `SerSquareGrad`: the gradient of a square. */
export const squareGrad: KernelMaker = elementwiseGrad((native, x, dy, dx, size) =>
  native.squareGradient(x, dy, dx, size),
);
