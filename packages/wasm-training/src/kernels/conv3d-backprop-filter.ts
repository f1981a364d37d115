import type { Conv3DBackpropFilterV2Attrs, TensorInfo } from '@tensorflow/tfjs-core';
import { operandSizes } from '../geometry/operand-sizes.ts';
import { setVolumeGeometry } from '../geometry/set-volume-geometry.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { conv3DInfo } from './util/conv3d-info.ts';
import { croppedTo } from './util/cropped-to.ts';

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
    const info = conv3DInfo(tf, x.shape, filterShape, rest);
    const sizes = operandSizes(info);
    return croppedTo(tf, backend, dy, info.outShape, (dy) =>
      makeOutput(backend, filterShape, (dw) => {
        const native = nativeOf(backend);
        setVolumeGeometry(native, info);
        native.volumeFilterGradient(
          native.address(x, sizes.x),
          native.address(dy, sizes.y),
          native.address(dw, sizes.filter),
        );
      }),
    );
  };
