import { conv2DGradient } from './conv2d.ts';
import { depthwiseConv2DGradient } from './depthwise-conv2d.ts';
import { batchNormGradient } from './fused-batch-norm.ts';
import type { GradientMaker } from './gradient-maker.ts';
import { reluGradient, squareGradient } from './util/elementwise.ts';
import { maxGradient, minGradient } from './util/extreme.ts';
import { meanGradient, sumGradient } from './util/reduction.ts';

/** Every gradient that we replace while the wasm backend is in use, by the name of its kernel. */
export const gradients: Record<string, GradientMaker> = {
  Conv2D: conv2DGradient,
  DepthwiseConv2dNative: depthwiseConv2DGradient,
  FusedBatchNorm: batchNormGradient,
  Max: maxGradient,
  Mean: meanGradient,
  Min: minGradient,
  Relu: reluGradient,
  Square: squareGradient,
  Sum: sumGradient,
};
