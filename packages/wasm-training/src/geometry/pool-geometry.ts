import type { backend_util, MaxPoolGradAttrs } from '@tensorflow/tfjs-core';
import type { Native } from '../native/native.ts';
import type { Tf } from '../tfjs.ts';
import { geometryOf } from './convolution-geometry.ts';

/** What all pooling kernels are told. Sizes are one number, or one an axis. */
export interface PoolAttrs extends Pick<MaxPoolGradAttrs, 'pad' | 'dimRoundingMode'> {
  filterSize: number | number[];
  strides: number | number[];
}

/** The windows on images [batch, height, width, channels]. */
export function imageWindows(
  { backend_util }: Tf,
  shape: number[],
  { filterSize, strides, pad, dimRoundingMode }: PoolAttrs,
): backend_util.Conv2DInfo {
  return backend_util.computePool2DInfo(
    shape as [number, number, number, number],
    filterSize as [number, number],
    strides as [number, number],
    1,
    pad,
    dimRoundingMode,
  );
}

/** Tells the module the windows on images. @returns the shape of the pooled images */
export function prepareImages(tf: Tf, native: Native, shape: number[], attrs: PoolAttrs): number[] {
  const info = imageWindows(tf, shape, attrs);
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
  prepareVolumeWindows(native, info);
  return info.outShape;
}

/** Tells the module the windows of a pooling or convolution of volumes. */
export function prepareVolumeWindows(native: Native, info: backend_util.Conv3DInfo): void {
  // Its height and width are named as an image's are.
  native.setGeometry(...geometryOf(info as unknown as backend_util.Conv2DInfo));
  const { inDepth, outDepth, filterDepth, strideDepth, padInfo } = info;
  native.setDepth(inDepth, outDepth, filterDepth, strideDepth, padInfo.front);
}
