import type { TensorInfo } from '@tensorflow/tfjs-core';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import { makeOutputs } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { BatchNormTrainingAttrs } from './batch-norm-training.ts';
import type { KernelMaker } from './kernel-maker.ts';

/** Vectors of channels that the module needs as scratch. */
const SCRATCH_VECTORS = 6;

/** Attributes of the kernel `SerBatchNormTrainingGrad`. */
interface BatchNormTrainingGradAttrs extends Omit<BatchNormTrainingAttrs, 'decay'> {
  /** Whether there was a bias. Default false. */
  hasBias?: boolean;
}

/**
 * The kernel `SerBatchNormTrainingGrad`: x, as `SerBatchNormTraining` left it, and dy of one shape,
 * and mean, variance, scale and offset [channels] → the gradients [dx, dScale, dOffset], and dBias
 * where there was one. dx is that of x before its bias.
 */
export const batchNormTrainingGrad: KernelMaker =
  ({ util }) =>
  ({ inputs, backend, attrs }) => {
    const { x, dy, mean, variance, scale, offset } = inputs as Record<string, TensorInfo>;
    const {
      epsilon,
      rectifiesInput = false,
      rectifiesOutput = false,
      hasBias = false,
    } = attrs as unknown as BatchNormTrainingGradAttrs;
    const channels = x.shape[x.shape.length - 1];
    const vectors = new Array<number[]>(hasBias ? 3 : 2).fill([channels]);
    return makeOutputs(backend, [x.shape, ...vectors], ([dx, dScale, dOffset, dBias]) => {
      const native = nativeOf(backend);
      const size = util.sizeFromShape(x.shape);
      native.withScratch(SCRATCH_VECTORS * channels * FLOAT_BYTES, (scratch) => {
        native.batchNormTrainingGradient(
          native.address(x, size),
          native.address(dy, size),
          native.address(mean, channels),
          native.address(variance, channels),
          native.address(scale, channels),
          native.address(offset, channels),
          rectifiesInput,
          rectifiesOutput,
          epsilon,
          size / channels,
          channels,
          native.address(dx, size),
          native.address(dScale, channels),
          native.address(dOffset, channels),
          dBias ? native.address(dBias, channels) : 0,
          scratch,
        );
      });
    });
  };
