import type { DepthwiseConv2dNativeBackpropInputAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { croppedTo } from './util/cropped-to.ts';
import { runDepthwise } from './util/run-depthwise.ts';

/**
 * Gradient of a depthwise convolution with respect to its input.
 *
 * dy [batch, height, width, in · multiplier], filter [height, width, in, multiplier] →
 * [batch, height, width, in].
 */
export const depthwiseConv2DBackpropInput: KernelMaker =
  (tf) =>
  ({ inputs, backend, attrs }) => {
    const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo };
    const { strides, dilations, pad, dimRoundingMode, inputShape } =
      attrs as unknown as DepthwiseConv2dNativeBackpropInputAttrs;
    const info = tf.backend_util.computeConv2DInfo(
      inputShape,
      filter.shape as [number, number, number, number],
      strides,
      dilations,
      pad,
      dimRoundingMode,
      true,
    );
    return croppedTo(tf, backend, dy, info.outShape, (dy) =>
      makeOutput(backend, inputShape, (dx) =>
        runDepthwise(backend, 'depthwiseInputGradient', info, dy, filter, dx),
      ),
    );
  };
