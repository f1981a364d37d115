import type { Conv2DAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { runConvolution } from './util/run-convolution.ts';

/**
 * The forward pass of a convolution. The backend's own kernel lays the filter out anew for XNNPACK
 * after every step that changes it, and returns zeros where XNNPACK refuses.
 *
 * x [batch, height, width, in], filter [height, width, in, out] → [batch, height, width, out].
 */
export const conv2D: KernelMaker =
  ({ backend_util }, original) =>
  (args) => {
    const { inputs, backend, attrs } = args;
    const { x, filter } = inputs as { x: TensorInfo; filter: TensorInfo };
    const { strides, pad, dataFormat, dilations, dimRoundingMode } =
      attrs as unknown as Conv2DAttrs;
    if (original && dataFormat !== 'NHWC') return original(args);
    const info = backend_util.computeConv2DInfo(
      x.shape as [number, number, number, number],
      filter.shape as [number, number, number, number],
      strides,
      dilations,
      pad,
      dimRoundingMode,
    );
    return makeOutput(backend, info.outShape, (y) =>
      runConvolution(backend, 'convolution', info, x, filter, y),
    );
  };
