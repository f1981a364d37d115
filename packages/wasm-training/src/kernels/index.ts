import type { KernelMaker } from '../tfjs.ts';
import { adam } from './adam.ts';
import { batchMatMul } from './batch-mat-mul.ts';
import { batchNormGrad, fusedBatchNorm } from './batch-norm.ts';
import { add, multiply, realDiv, sub } from './binary.ts';
import { conv2D } from './conv2d.ts';
import { conv2DBackpropFilter } from './conv2d-backprop-filter.ts';
import { conv2DBackpropInput } from './conv2d-backprop-input.ts';
import { conv3DBackpropFilter, conv3DBackpropInput } from './conv3d-backprop.ts';
import { depthwiseBackpropFilter } from './depthwise-backprop-filter.ts';
import { depthwiseBackpropInput } from './depthwise-backprop-input.ts';
import { depthwiseConv2D } from './depthwise-conv2d.ts';
import { reluGrad, squareGrad } from './elementwise-grad.ts';
import { extremeGrad } from './extreme-grad.ts';
import { fusedConv2D, fusedDepthwiseConv2D } from './fused-convolution.ts';
import { fusedMatMul } from './fused-mat-mul.ts';
import { maxPool3D } from './max-pool-3d.ts';
import { avgPool, maxPool } from './pool.ts';
import { avgPool3DGrad, avgPoolGrad, maxPool3DGrad, maxPoolGrad } from './pool-grad.ts';
import { unsortedSegmentSum } from './segment-sum.ts';
import { cast, identity } from './share.ts';
import { spread } from './spread.ts';
import { mean, sum } from './sum.ts';

/**
 * Every kernel that we add to the wasm backend or replace there, by tfjs' name; those that tfjs
 * does not know begin with `Ser`: our gradients call them, and `SerAdam` is for optimizers.
 */
export const kernels: Record<string, KernelMaker> = {
  Add: add,
  AvgPool: avgPool,
  AvgPool3DGrad: avgPool3DGrad,
  AvgPoolGrad: avgPoolGrad,
  BatchMatMul: batchMatMul,
  Cast: cast,
  Conv2D: conv2D,
  Conv2DBackpropFilter: conv2DBackpropFilter,
  Conv2DBackpropInput: conv2DBackpropInput,
  Conv3DBackpropFilterV2: conv3DBackpropFilter,
  Conv3DBackpropInputV2: conv3DBackpropInput,
  DepthwiseConv2dNative: depthwiseConv2D,
  DepthwiseConv2dNativeBackpropFilter: depthwiseBackpropFilter,
  DepthwiseConv2dNativeBackpropInput: depthwiseBackpropInput,
  FusedBatchNorm: fusedBatchNorm,
  FusedConv2D: fusedConv2D,
  FusedDepthwiseConv2D: fusedDepthwiseConv2D,
  Identity: identity,
  MaxPool: maxPool,
  MaxPool3D: maxPool3D,
  MaxPool3DGrad: maxPool3DGrad,
  MaxPoolGrad: maxPoolGrad,
  Mean: mean,
  Multiply: multiply,
  RealDiv: realDiv,
  SerAdam: adam,
  SerBatchNormGrad: batchNormGrad,
  SerExtremeGrad: extremeGrad,
  SerReluGrad: reluGrad,
  SerSpread: spread,
  SerSquareGrad: squareGrad,
  Sub: sub,
  Sum: sum,
  UnsortedSegmentSum: unsortedSegmentSum,
  _FusedMatMul: fusedMatMul,
};
