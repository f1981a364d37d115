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

/** The windows of a pooling. */
export interface PoolWindows {
  /** The shape of what is pooled. */
  inShape: number[];
  outShape: number[];
  /** Tells the module. */
  set(native: NativeExports): void;
}

/** The sizes of a pooling of images [batch, height, width, channels]. */
export function imagePoolInfo(
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

/** The windows of a pooling of images. */
export function imageWindows(tf: Tf, shape: number[], attrs: PoolAttrs): PoolWindows {
  const info = imagePoolInfo(tf, shape, attrs);
  const { inShape, outShape } = info;
  return { inShape, outShape, set: (native) => native.setGeometry(...geometryOf(info)) };
}

/** The windows of a pooling of volumes [batch, depth, height, width, channels]. */
export function volumeWindows(
  { backend_util }: Tf,
  shape: number[],
  { filterSize, strides, pad, dimRoundingMode }: PoolAttrs,
): PoolWindows {
  const info = backend_util.computePool3DInfo(
    shape as [number, number, number, number, number],
    filterSize as [number, number, number],
    strides as [number, number, number],
    1,
    pad as 'same' | 'valid' | number,
    dimRoundingMode,
  );
  const { inShape, outShape } = info;
  return { inShape, outShape, set: (native) => setVolumeGeometry(native, info) };
}
