import type { DepthwiseConv2dNativeAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { failsInXnnpack } from '../geometry/fails-in-xnnpack.ts';
import { makeOutput } from '../native/make-output.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { runDepthwise } from './util/run-depthwise.ts';

/**
 * The forward pass of a depthwise convolution, where the backend's own kernel fails.
 *
 * x [batch, height, width, in], filter [height, width, in, multiplier] →
 * [batch, height, width, in · multiplier].
 */
export const depthwiseConv2D: KernelMaker =
  ({ backend_util }, original) =>
  (args) => {
    const { inputs, backend, attrs } = args;
    const { x, filter } = inputs as { x: TensorInfo; filter: TensorInfo };
    const { strides, pad, dilations, dimRoundingMode } =
      attrs as unknown as DepthwiseConv2dNativeAttrs;
    const info = backend_util.computeConv2DInfo(
      x.shape as [number, number, number, number],
      filter.shape as [number, number, number, number],
      strides,
      dilations ?? [1, 1],
      pad,
      dimRoundingMode,
      true,
    );
    if (original && !failsInXnnpack(info)) return original(args);
    return makeOutput(backend, info.outShape, (y) =>
      runDepthwise(backend, 'depthwiseConvolution', info, x, filter, y),
    );
  };
