import { recurrence } from '../recurrent/recurrence.ts';
import { recurrenceGrad } from '../recurrent/recurrence-grad.ts';
import { recurrenceInputGrad } from '../recurrent/recurrence-input-grad.ts';
import { adam } from './adam.ts';
import { adamSteps } from './adam-steps.ts';
import { add } from './add.ts';
import { addSpread } from './add-spread.ts';
import { avgPool } from './avg-pool.ts';
import { avgPool3DGrad } from './avg-pool-3d-grad.ts';
import { avgPoolGrad } from './avg-pool-grad.ts';
import { batchMatMul } from './batch-mat-mul.ts';
import { batchNormGrad } from './batch-norm-grad.ts';
import { batchNormTraining } from './batch-norm-training.ts';
import { batchNormTrainingGrad } from './batch-norm-training-grad.ts';
import { cast } from './cast.ts';
import { conv2D } from './conv2d.ts';
import { conv2DBackpropFilter } from './conv2d-backprop-filter.ts';
import { conv2DBackpropInput } from './conv2d-backprop-input.ts';
import { conv3DBackpropFilter } from './conv3d-backprop-filter.ts';
import { conv3DBackpropInput } from './conv3d-backprop-input.ts';
import { depthwiseConv2D } from './depthwise-conv2d.ts';
import { depthwiseConv2DBackpropFilter } from './depthwise-conv2d-backprop-filter.ts';
import { depthwiseConv2DBackpropInput } from './depthwise-conv2d-backprop-input.ts';
import { dropout } from './dropout.ts';
import { einsum } from './einsum.ts';
import { extremeGrad } from './extreme-grad.ts';
import { fusedBatchNorm } from './fused-batch-norm.ts';
import { fusedConv2D } from './fused-conv2d.ts';
import { fusedDepthwiseConv2D } from './fused-depthwise-conv2d.ts';
import { fusedMatMul } from './fused-mat-mul.ts';
import { gatedResidual } from './gated-residual.ts';
import { gatedResidualGrad } from './gated-residual-grad.ts';
import { identity } from './identity.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { maxPool } from './max-pool.ts';
import { maxPool3D } from './max-pool-3d.ts';
import { maxPool3DGrad } from './max-pool-3d-grad.ts';
import { maxPoolGrad } from './max-pool-grad.ts';
import { mean } from './mean.ts';
import { multiply } from './multiply.ts';
import { realDiv } from './real-div.ts';
import { relu } from './relu.ts';
import { reluGrad } from './relu-grad.ts';
import { sigmoidGrad } from './sigmoid-grad.ts';
import { spread } from './spread.ts';
import { squareGrad } from './square-grad.ts';
import { sub } from './sub.ts';
import { sum } from './sum.ts';
import { sumSquares } from './sum-squares.ts';
import { sumSquaresGrad } from './sum-squares-grad.ts';
import { unsortedSegmentSum } from './unsorted-segment-sum.ts';
import { inFloats } from './util/in-floats.ts';

/**
 * Every kernel that we add to the wasm backend or replace there, by tfjs' name. Those that tfjs
 * does not know begin with `Ser`. Our gradients call them, and `SerAdam` is for optimizers. Those
 * that are not in `inFloats` look at the types themselves.
 */
export const kernels: Record<string, KernelMaker> = {
  Add: add,
  AvgPool: inFloats(avgPool),
  AvgPool3DGrad: inFloats(avgPool3DGrad),
  AvgPoolGrad: inFloats(avgPoolGrad),
  BatchMatMul: batchMatMul,
  Cast: cast,
  Conv2D: inFloats(conv2D),
  Conv2DBackpropFilter: inFloats(conv2DBackpropFilter),
  Conv2DBackpropInput: inFloats(conv2DBackpropInput),
  Conv3DBackpropFilterV2: inFloats(conv3DBackpropFilter),
  Conv3DBackpropInputV2: inFloats(conv3DBackpropInput),
  DepthwiseConv2dNative: inFloats(depthwiseConv2D),
  DepthwiseConv2dNativeBackpropFilter: inFloats(depthwiseConv2DBackpropFilter),
  DepthwiseConv2dNativeBackpropInput: inFloats(depthwiseConv2DBackpropInput),
  Einsum: einsum,
  FusedBatchNorm: inFloats(fusedBatchNorm),
  FusedConv2D: inFloats(fusedConv2D),
  FusedDepthwiseConv2D: inFloats(fusedDepthwiseConv2D),
  Identity: identity,
  MaxPool: maxPool,
  MaxPool3D: inFloats(maxPool3D),
  MaxPool3DGrad: inFloats(maxPool3DGrad),
  MaxPoolGrad: inFloats(maxPoolGrad),
  Mean: mean,
  Multiply: multiply,
  RealDiv: realDiv,
  Relu: relu,
  SerAdam: inFloats(adam),
  SerAdamSteps: adamSteps,
  SerAddSpread: addSpread,
  SerBatchNormGrad: inFloats(batchNormGrad),
  SerBatchNormTraining: batchNormTraining,
  SerBatchNormTrainingGrad: batchNormTrainingGrad,
  SerDropout: dropout,
  SerExtremeGrad: inFloats(extremeGrad),
  SerRecurrence: inFloats(recurrence),
  SerRecurrenceGrad: inFloats(recurrenceGrad),
  SerRecurrenceInputGrad: inFloats(recurrenceInputGrad),
  SerGatedResidual: gatedResidual,
  SerGatedResidualGrad: gatedResidualGrad,
  SerReluGrad: inFloats(reluGrad),
  SerSigmoidGrad: sigmoidGrad,
  SerSpread: inFloats(spread),
  SerSquareGrad: inFloats(squareGrad),
  SerSumSquares: sumSquares,
  SerSumSquaresGrad: sumSquaresGrad,
  Sub: sub,
  Sum: sum,
  UnsortedSegmentSum: inFloats(unsortedSegmentSum, { except: ['segmentIds'] }),
  _FusedMatMul: fusedMatMul,
};
