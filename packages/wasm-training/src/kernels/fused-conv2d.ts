import type { KernelMaker } from './kernel-maker.ts';
import { fusedConvolution } from './util/fused-convolution.ts';

/** A convolution with bias and activation. */
export const fusedConv2D: KernelMaker = fusedConvolution({
  convolution: 'Conv2D',
  isDepthwise: false,
});
