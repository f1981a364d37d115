import type { KernelMaker } from './kernel-maker.ts';
import { elementwiseGrad } from './util/elementwise-grad.ts';

/** The kernel `SerSigmoidGrad`: the gradient of a sigmoid, whose value is x. */
export const sigmoidGrad: KernelMaker = elementwiseGrad((native, y, dy, dx, size) =>
  native.sigmoidGradient(y, dy, dx, size),
);
