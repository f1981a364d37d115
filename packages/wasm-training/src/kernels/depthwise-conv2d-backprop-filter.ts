import type { DepthwiseConv2dNativeBackpropFilterAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { geometryOf } from '../geometry/geometry.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/**
 * Gradient of a depthwise convolution with respect to its filter.
 *
 * x [batch, height, width, in], dy [batch, height, width, in · multiplier] →
 * [height, width, in, multiplier].
 */
export const depthwiseConv2DBackpropFilter: KernelMaker =
  ({ backend_util }) =>
  ({ inputs, backend, attrs }) => {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const { strides, dilations, pad, dimRoundingMode, filterShape } =
      attrs as unknown as DepthwiseConv2dNativeBackpropFilterAttrs;
    const info = backend_util.computeConv2DInfo(
      x.shape as [number, number, number, number],
      filterShape,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      true,
    );
    const dw = makeOutput(backend, filterShape);
    const native = nativeOf(backend);
    native.setGeometry(...geometryOf(info));
    native.depthwiseFilterGradient(native.address(x), native.address(dy), native.address(dw));
    return dw;
  };
