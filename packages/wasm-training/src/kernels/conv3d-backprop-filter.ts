import type { Conv3DBackpropFilterV2Attrs, TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { setConv3DGeometry } from './util/set-conv3d-geometry.ts';

/**
 * Gradient of a convolution of volumes with respect to its filter. The backend's own kernel
 * (tfjs 4.22.0) is wrong for strides above 1.
 *
 * x [batch, depth, height, width, in], dy [batch, depth, height, width, out] →
 * [depth, height, width, in, out].
 */
export const conv3DBackpropFilter: KernelMaker =
  (tf) =>
  ({ inputs, backend, attrs }) => {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const { filterShape, ...rest } = attrs as unknown as Conv3DBackpropFilterV2Attrs;
    const dw = makeOutput(backend, filterShape);
    const native = nativeOf(backend);
    setConv3DGeometry(tf, native, x.shape, filterShape, rest);
    native.volumeFilterGradient(native.address(x), native.address(dy), native.address(dw));
    return dw;
  };
