import type { Conv3DBackpropInputV2Attrs, TensorInfo } from '@tensorflow/tfjs-core';
import { operandSizes } from '../geometry/operand-sizes.ts';
import { setVolumeGeometry } from '../geometry/set-volume-geometry.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { conv3DInfo } from './util/conv3d-info.ts';
import { croppedTo } from './util/cropped-to.ts';

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
    const info = conv3DInfo(tf, inputShape, filter.shape, rest);
    const sizes = operandSizes(info);
    return croppedTo(tf, backend, dy, info.outShape, (dy) =>
      makeOutput(backend, inputShape, (dx) => {
        const native = nativeOf(backend);
        setVolumeGeometry(native, info);
        native.volumeInputGradient(
          native.address(dy, sizes.y),
          native.address(filter, sizes.filter),
          native.address(dx, sizes.x),
        );
      }),
    );
  };
