import type { Conv3DBackpropInputV2Attrs, TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { setConv3DGeometry } from './util/set-conv3d-geometry.ts';

/**
 * Gradient of a convolution of volumes with respect to its input, and the forward pass of a
 * transposed one. The backend's own kernel (tfjs 4.22.0) is wrong.
 *
 * dy [batch, depth, height, width, out], filter [depth, height, width, in, out] →
 * [batch, depth, height, width, in].
 */
export const conv3DBackpropInput: KernelMaker =
  (tf) =>
  ({ inputs, backend, attrs }) => {
    const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo };
    const { inputShape, ...rest } = attrs as unknown as Conv3DBackpropInputV2Attrs;
    const dx = makeOutput(backend, inputShape);
    const native = nativeOf(backend);
    setConv3DGeometry(tf, native, inputShape, filter.shape, rest);
    native.volumeInputGradient(native.address(dy), native.address(filter), native.address(dx));
    return dx;
  };
