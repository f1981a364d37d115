import { conv2DGradient } from './conv2d.ts';
import { depthwiseConv2DGradient } from './depthwise-conv2d.ts';
import { batchNormGradient } from './fused-batch-norm.ts';
import type { GradientMaker } from './gradient-maker.ts';
import { maxGradient } from './max.ts';
import { meanGradient } from './mean.ts';
import { minGradient } from './min.ts';
import { reluGradient } from './relu.ts';
import { squareGradient } from './square.ts';
import { sumGradient } from './sum.ts';

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
