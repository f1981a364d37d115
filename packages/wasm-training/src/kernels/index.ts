import { adam } from './adam.ts';
import { batchMatMul } from './batch-mat-mul.ts';
import { conv2D } from './conv2d.ts';
import { conv2DBackpropFilter } from './conv2d-backprop-filter.ts';
import { conv2DBackpropInput } from './conv2d-backprop-input.ts';
import { conv3DBackpropFilter, conv3DBackpropInput } from './conv3d-backprop-input.ts';
import { depthwiseConv2D } from './depthwise-conv2d.ts';
import { depthwiseBackpropFilter } from './depthwise-conv2d-backprop-filter.ts';
import { depthwiseBackpropInput } from './depthwise-conv2d-backprop-input.ts';
import { extremeGrad } from './extreme-grad.ts';
import { batchNormGrad, fusedBatchNorm } from './fused-batch-norm.ts';
import { fusedMatMul } from './fused-mat-mul.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { maxPool3D } from './max-pool-3d.ts';
import { spread } from './spread.ts';
import { unsortedSegmentSum } from './unsorted-segment-sum.ts';
import { add, multiply, realDiv, sub } from './util/binary.ts';
import { reluGrad, squareGrad } from './util/elementwise-grad.ts';
import { fusedConv2D, fusedDepthwiseConv2D } from './util/fused-convolution.ts';
import { avgPool, maxPool } from './util/pool.ts';
import { avgPool3DGrad, avgPoolGrad, maxPool3DGrad, maxPoolGrad } from './util/pool-grad.ts';
import { mean, sum } from './util/reduce.ts';
import { cast, identity } from './util/share-memory.ts';

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
