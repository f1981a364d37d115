import type { Conv2DBackpropInputAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { runConvolution } from './util/run-convolution.ts';

/**
 * Gradient of a convolution with respect to its input; also the forward pass of a transposed one.
 *
 * dy [batch, height, width, out], filter [height, width, in, out] → [batch, height, width, in].
 * Channels-first data go to the backend's own kernel.
 */
export const conv2DBackpropInput: KernelMaker =
  ({ backend_util }, original) =>
  (args) => {
    const { inputs, backend, attrs } = args;
    const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo };
    const { strides, pad, dataFormat, dimRoundingMode, inputShape, dilations } =
      attrs as unknown as Conv2DBackpropInputAttrs & { dilations?: [number, number] };
    if (original && dataFormat !== 'NHWC') return original(args);
    const info = backend_util.computeConv2DInfo(
      inputShape,
      filter.shape as [number, number, number, number],
      strides,
      dilations ?? 1,
      pad,
      dimRoundingMode,
    );
    const dx = makeOutput(backend, inputShape);
    runConvolution(backend, 'inputGradient', info, dy, filter, dx);
    return dx;
  };
