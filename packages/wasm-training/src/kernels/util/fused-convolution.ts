import type { FusedConv2DAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { failsInXnnpack } from '../../geometry/fails-in-xnnpack.ts';
import type { KernelMaker } from '../kernel-maker.ts';
import { biasAndActivation } from './bias-and-activation.ts';

/**
 * A convolution with bias and activation. The backend has one kernel for all three; where that one
 * fails, and for a bias that is no list of the channels, they are a kernel each.
 */
export const fusedConvolution =
  ({ convolution, isDepthwise }: { convolution: string; isDepthwise: boolean }): KernelMaker =>
  (tf, original) =>
  (args) => {
    const { inputs, backend, attrs } = args;
    const { x, filter, bias, preluActivationWeights } = inputs as Record<string, TensorInfo>;
    const { strides, pad, dilations, dimRoundingMode, dataFormat, activation, leakyreluAlpha } =
      attrs as unknown as FusedConv2DAttrs;
    if (original && dataFormat !== 'NHWC') return original(args);
    const info = tf.backend_util.computeConv2DInfo(
      x.shape as [number, number, number, number],
      filter.shape as [number, number, number, number],
      strides,
      dilations ?? 1,
      pad,
      dimRoundingMode,
      isDepthwise,
    );
    const isBiasServed = !bias || tf.util.arraysEqual(bias.shape, [info.outChannels]);
    if (original && isBiasServed && !failsInXnnpack(info)) return original(args);

    const { kernelFunc } = tf.getKernel(convolution, 'wasm');
    const y = kernelFunc({ inputs: { x, filter }, backend, attrs }) as TensorInfo;
    const fusion = { bias, activation, preluActivationWeights, leakyreluAlpha };
    return biasAndActivation(tf, backend, y, fusion);
  };
