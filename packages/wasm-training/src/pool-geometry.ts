import type { backend_util, MaxPoolGradAttrs } from '@tensorflow/tfjs-core';
import { geometryOf } from './convolution-geometry.ts';
import type { Native } from './native.ts';
import type { Tf } from './tfjs.ts';

/** What all pooling kernels are told. Sizes are one number, or one an axis. */
export interface PoolAttrs extends Pick<MaxPoolGradAttrs, 'pad' | 'dimRoundingMode'> {
  filterSize: number | number[];
  strides: number | number[];
}

/**
 * Tells the module the windows on images [batch, height, width, channels].
 *
 * @returns the shape of the pooled images
 */
export function prepareImages(
  { backend_util }: Tf,
  native: Native,
  shape: number[],
  { filterSize, strides, pad, dimRoundingMode }: PoolAttrs,
): number[] {
  const info = backend_util.computePool2DInfo(
    shape as [number, number, number, number],
    filterSize as [number, number],
    strides as [number, number],
    1,
    pad,
    dimRoundingMode,
  );
  native.setGeometry(...geometryOf(info));
  return info.outShape;
}

/** `prepareImages` for volumes [batch, depth, height, width, channels]. */
export function prepareVolumes(
  { backend_util }: Tf,
  native: Native,
  shape: number[],
  { filterSize, strides, pad, dimRoundingMode }: PoolAttrs,
): number[] {
  const info = backend_util.computePool3DInfo(
    shape as [number, number, number, number, number],
    filterSize as [number, number, number],
    strides as [number, number, number],
    1,
    pad as 'same' | 'valid' | number,
    dimRoundingMode,
  );
  // Its height and width are named as an image's are.
  native.setGeometry(...geometryOf(info as unknown as backend_util.Conv2DInfo));
  const { inDepth, outDepth, filterDepth, strideDepth, padInfo } = info;
  native.setDepth(inDepth, outDepth, filterDepth, strideDepth, padInfo.front);
  return info.outShape;
}
