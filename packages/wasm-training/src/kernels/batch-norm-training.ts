import type { TensorInfo } from '@tensorflow/tfjs-core';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import { makeOutputs } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/** Attributes of the kernel `SerBatchNormTraining`. */
export interface BatchNormTrainingAttrs {
  epsilon: number;
  /** How far the moving averages go to the moments of the batch: 1 − momentum. */
  decay: number;
  /** Whether x is rectified first, after its bias. Needs a bias. Default false. */
  rectifiesInput?: boolean;
  /** Whether y is rectified. Default false. */
  rectifiesOutput?: boolean;
}

/**
 * The kernel `SerBatchNormTraining`: normalises x over its last axis, of two channels or more, by
 * its own moments. x, and scale, offset, movingMean and movingVariance [channels] → y, the moments
 * mean and variance, and the new movingMean and movingVariance.
 *
 * With a bias [channels], x is what a convolution left, and nobody else's: the bias is added to it
 * in place.
 */
export const batchNormTraining: KernelMaker =
  ({ util }) =>
  ({ inputs, backend, attrs }) => {
    const { x, bias, scale, offset, movingMean, movingVariance } = inputs as Record<
      string,
      TensorInfo
    >;
    const {
      epsilon,
      decay,
      rectifiesInput = false,
      rectifiesOutput = false,
    } = attrs as unknown as BatchNormTrainingAttrs;
    const channels = x.shape[x.shape.length - 1];
    const shapes = [x.shape, ...new Array<number[]>(4).fill([channels])];
    return makeOutputs(backend, shapes, ([y, ...moments]) => {
      const native = nativeOf(backend);
      const size = util.sizeFromShape(x.shape);
      const [mean, variance, newMovingMean, newMovingVariance] = moments.map((each) =>
        native.address(each, channels),
      );
      native.withScratch(channels * FLOAT_BYTES, (scratch) => {
        native.batchNormTraining(
          native.address(x, size),
          bias ? native.address(bias, channels) : 0,
          rectifiesInput,
          rectifiesOutput,
          native.address(scale, channels),
          native.address(offset, channels),
          native.address(movingMean, channels),
          native.address(movingVariance, channels),
          epsilon,
          decay,
          size / channels,
          channels,
          native.address(y, size),
          mean,
          variance,
          newMovingMean,
          newMovingVariance,
          scratch,
        );
      });
    });
  };
