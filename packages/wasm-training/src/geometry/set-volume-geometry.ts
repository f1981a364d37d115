import type { backend_util } from '@tensorflow/tfjs-core';
import type { NativeExports } from '../native/native-exports.ts';
import { geometryOf } from './geometry.ts';

/** Tells the module the shape of a pooling or convolution of volumes. */
export function setVolumeGeometry(native: NativeExports, info: backend_util.Conv3DInfo): void {
  native.setGeometry(...geometryOf(info));
  const { inDepth, outDepth, filterDepth, strideDepth, padInfo } = info;
  native.setDepth(inDepth, outDepth, filterDepth, strideDepth, padInfo.front);
}
