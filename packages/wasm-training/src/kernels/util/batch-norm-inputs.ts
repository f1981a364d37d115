import type { TensorInfo } from '@tensorflow/tfjs-core';

/** What tfjs gives to a batch normalisation. Without a scale it is 1, without an offset 0. */
export interface BatchNormInputs {
  x: TensorInfo;
  mean: TensorInfo;
  variance: TensorInfo;
  offset?: TensorInfo;
  scale?: TensorInfo;
}
