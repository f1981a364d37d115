import type { KernelMaker } from './kernel-maker.ts';
import { fusedConvolution } from './util/fused-convolution.ts';

/** A depthwise convolution with bias and activation. */
export const fusedDepthwiseConv2D: KernelMaker = fusedConvolution({
  convolution: 'DepthwiseConv2dNative',
  isDepthwise: true,
});
