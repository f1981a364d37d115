import type { Conv2DBackpropInputAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { croppedTo } from './util/cropped-to.ts';
import { runConvolution } from './util/run-convolution.ts';

/**
 * Gradient of a convolution with respect to its input; also the forward pass of a transposed one.
 *
 * dy [batch, height, width, out], filter [height, width, in, out] → [batch, height, width, in].
 * Channels-first data go to the backend's own kernel.
 */
export const conv2DBackpropInput: KernelMaker = (tf, original) => (args) => {
  const { inputs, backend, attrs } = args;
  const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo };
  const { strides, pad, dataFormat, dimRoundingMode, inputShape, dilations } =
    attrs as unknown as Conv2DBackpropInputAttrs & { dilations?: [number, number] };
  if (original && dataFormat !== 'NHWC') return original(args);
  const info = tf.backend_util.computeConv2DInfo(
    inputShape,
    filter.shape as [number, number, number, number],
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
  );
  return croppedTo(tf, backend, dy, info.outShape, (dy) =>
    makeOutput(backend, inputShape, (dx) =>
      runConvolution(backend, 'inputGradient', info, dy, filter, dx),
    ),
  );
};
