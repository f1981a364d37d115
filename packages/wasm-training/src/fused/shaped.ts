import type { TensorInfo } from '@tensorflow/tfjs-core';

/** A tensor's values in another shape. */
export const shaped = ({ dataId, dtype }: TensorInfo, shape: number[]): TensorInfo => ({
  dataId,
  dtype,
  shape,
});
