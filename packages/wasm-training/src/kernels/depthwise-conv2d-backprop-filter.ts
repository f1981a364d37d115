import type { DepthwiseConv2dNativeBackpropFilterAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { croppedTo } from './util/cropped-to.ts';
import { runDepthwise } from './util/run-depthwise.ts';

/**
 * Gradient of a depthwise convolution with respect to its filter.
 *
 * x [batch, height, width, in], dy [batch, height, width, in · multiplier] →
 * [height, width, in, multiplier].
 */
export const depthwiseConv2DBackpropFilter: KernelMaker =
  (tf) =>
  ({ inputs, backend, attrs }) => {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const { strides, dilations, pad, dimRoundingMode, filterShape } =
      attrs as unknown as DepthwiseConv2dNativeBackpropFilterAttrs;
    const info = tf.backend_util.computeConv2DInfo(
      x.shape as [number, number, number, number],
      filterShape,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      true,
    );
    return croppedTo(tf, backend, dy, info.outShape, (dy) =>
      makeOutput(backend, filterShape, (dw) =>
        runDepthwise(backend, 'depthwiseFilterGradient', info, x, dy, dw),
      ),
    );
  };
