import type { backend_util, MaxPoolGradAttrs } from '@tensorflow/tfjs-core';
import type { NativeExports } from '../native/native-exports.ts';
import type { Tf } from '../tfjs.ts';
import { geometryOf } from './geometry.ts';
import { setVolumeGeometry } from './set-volume-geometry.ts';

/** The attributes that all pooling kernels have. Sizes are one number, or one an axis. */
export interface PoolAttrs extends Pick<MaxPoolGradAttrs, 'pad' | 'dimRoundingMode'> {
  filterSize: number | number[];
  strides: number | number[];
}

/** The windows of a pooling of images [batch, height, width, channels]. */
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

/**
 * Tells the module the windows of a pooling of images.
 *
 * @returns The shape of the pooled images.
 */
export function setImageWindows(
  tf: Tf,
  native: NativeExports,
  shape: number[],
  attrs: PoolAttrs,
): number[] {
  const info = imageWindows(tf, shape, attrs);
  native.setGeometry(...geometryOf(info));
  return info.outShape;
}

/** `setImageWindows` for volumes [batch, depth, height, width, channels]. */
export function setVolumeWindows(
  { backend_util }: Tf,
  native: NativeExports,
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
  setVolumeGeometry(native, info);
  return info.outShape;
}
