import type { DepthwiseConv2dNativeBackpropInputAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { geometryOf } from '../geometry/geometry.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/**
 * Gradient of a depthwise convolution with respect to its input.
 *
 * dy [batch, height, width, in · multiplier], filter [height, width, in, multiplier] →
 * [batch, height, width, in].
 */
export const depthwiseConv2DBackpropInput: KernelMaker =
  ({ backend_util }) =>
  ({ inputs, backend, attrs }) => {
    const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo };
    const { strides, dilations, pad, dimRoundingMode, inputShape } =
      attrs as unknown as DepthwiseConv2dNativeBackpropInputAttrs;
    const info = backend_util.computeConv2DInfo(
      inputShape,
      filter.shape as [number, number, number, number],
      strides,
      dilations,
      pad,
      dimRoundingMode,
      true,
    );
    const dx = makeOutput(backend, inputShape);
    const native = nativeOf(backend);
    native.setGeometry(...geometryOf(info));
    native.depthwiseInputGradient(native.address(dy), native.address(filter), native.address(dx));
    return dx;
  };
