import type { Conv3DBackpropInputV2Attrs } from '@tensorflow/tfjs-core';
import { setVolumeGeometry } from '../../geometry/set-volume-geometry.ts';
import type { NativeExports } from '../../native/native-exports.ts';
import type { Tf } from '../../tfjs.ts';

type Shape5D = [number, number, number, number, number];

/** Tells the module of a convolution of volumes, without dilation: tfjs differentiates no other. */
export function setConv3DGeometry(
  { backend_util }: Tf,
  native: NativeExports,
  inputShape: number[],
  filterShape: number[],
  { strides, pad }: Pick<Conv3DBackpropInputV2Attrs, 'strides' | 'pad'>,
): void {
  const info = backend_util.computeConv3DInfo(
    inputShape as Shape5D,
    filterShape as Shape5D,
    strides,
    1,
    pad,
  );
  setVolumeGeometry(native, info);
}
