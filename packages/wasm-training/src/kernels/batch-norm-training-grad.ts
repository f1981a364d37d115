import type { TensorInfo } from '@tensorflow/tfjs-core';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import { makeOutputs } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { BatchNormTrainingAttrs } from './batch-norm-training.ts';
import type { KernelMaker } from './kernel-maker.ts';

/** Vectors of channels that the module needs as scratch. */
const SCRATCH_VECTORS = 6;

/**
 * The kernel `SerBatchNormTrainingGrad`: x and dy of one shape, and mean, variance and scale
 * [channels] → the gradients [dx, dScale, dOffset] of `SerBatchNormTraining`.
 */
export const batchNormTrainingGrad: KernelMaker =
  ({ util }) =>
  ({ inputs, backend, attrs }) => {
    const { x, dy, mean, variance, scale } = inputs as Record<string, TensorInfo>;
    const { epsilon } = attrs as unknown as Pick<BatchNormTrainingAttrs, 'epsilon'>;
    const channels = x.shape[x.shape.length - 1];
    return makeOutputs(backend, [x.shape, [channels], [channels]], ([dx, dScale, dOffset]) => {
      const native = nativeOf(backend);
      const size = util.sizeFromShape(x.shape);
      native.withScratch(SCRATCH_VECTORS * channels * FLOAT_BYTES, (scratch) => {
        native.batchNormTrainingGradient(
          native.address(x, size),
          native.address(dy, size),
          native.address(mean, channels),
          native.address(variance, channels),
          native.address(scale, channels),
          epsilon,
          size / channels,
          channels,
          native.address(dx, size),
          native.address(dScale, channels),
          native.address(dOffset, channels),
          scratch,
        );
      });
    });
  };
