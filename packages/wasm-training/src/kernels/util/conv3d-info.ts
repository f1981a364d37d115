import type { backend_util, Conv3DBackpropInputV2Attrs } from '@tensorflow/tfjs-core';
import type { Tf } from '../../tfjs.ts';

type Shape5D = [number, number, number, number, number];

/** The sizes of a convolution of volumes, without dilation: tfjs differentiates no other. */
export function conv3DInfo(
  { backend_util }: Tf,
  inputShape: number[],
  filterShape: number[],
  { strides, pad }: Pick<Conv3DBackpropInputV2Attrs, 'strides' | 'pad'>,
): backend_util.Conv3DInfo {
  return backend_util.computeConv3DInfo(
    inputShape as Shape5D,
    filterShape as Shape5D,
    strides,
    1,
    pad,
  );
}
