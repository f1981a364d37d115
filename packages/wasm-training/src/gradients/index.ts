import type { GradientMaker } from '../tfjs.ts';
import { batchNormGradient } from './batch-norm.ts';
import { conv2DGradient } from './conv2d.ts';
import { depthwiseConv2DGradient } from './depthwise-conv2d.ts';
import { reluGradient, squareGradient } from './elementwise.ts';
import { maxGradient, minGradient } from './extreme.ts';
import { meanGradient, sumGradient } from './sum.ts';

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
