import * as tf from '@tensorflow/tfjs-core';
import { both, image, type KernelCase, pads, SUMMED, steady } from './kernel-case.ts';

/** Convolutions of images, depthwise ones, and their gradients. */
export const convolutions: KernelCase[] = pads.flatMap((pad) =>
  [
    { strides: [1, 1], dilations: [1, 1] },
    { strides: [2, 3], dilations: [1, 1] },
    { strides: [1, 1], dilations: [2, 1] },
    // The sizes that come of it are 3.5 and 3 for padding 1.
    ...(pad === 1
      ? [{ strides: [2, 3], dilations: [1, 1], dimRoundingMode: 'ceil' as const }]
      : []),
  ].flatMap((sizes): KernelCase[] => {
    const attrs = { ...sizes, pad, dataFormat: 'NHWC' };
    const isDilated = sizes.dilations[0] > 1;
    const info = (filter: number[], isDepthwise: boolean) =>
      tf.backend_util.computeConv2DInfo(
        image as [number, number, number, number],
        filter as [number, number, number, number],
        sizes.strides as [number, number],
        sizes.dilations as [number, number],
        pad as 'same',
        'dimRoundingMode' in sizes ? sizes.dimRoundingMode : undefined,
        isDepthwise,
      );
    const [full, depthwise] = [
      [2, 3, 3, 5],
      [2, 3, 3, 2],
    ];
    const forward: KernelCase[] = [
      { kernel: 'Conv2D', inputs: { x: image, filter: full }, attrs, kinds: SUMMED, ...steady },
      {
        kernel: 'DepthwiseConv2dNative',
        inputs: { x: image, filter: depthwise },
        attrs,
        // XNNPACK serves the others, and has no rule for NaN.
        kinds: ['float32', 'int32', 'bool'],
      },
    ];
    // tfjs' cpu backend has no dilation there.
    if (isDilated) return forward;
    return [
      ...forward,
      ...both(info(full, false).outShape).flatMap((dy): KernelCase[] => [
        {
          kernel: 'Conv2DBackpropInput',
          inputs: { dy, filter: full },
          attrs: { ...attrs, inputShape: image },
          kinds: SUMMED,
          ...steady,
        },
        {
          kernel: 'Conv2DBackpropFilter',
          inputs: { x: image, dy },
          attrs: { ...attrs, filterShape: full },
          kinds: SUMMED,
          ...steady,
        },
      ]),
      ...both(info(depthwise, true).outShape).flatMap((dy): KernelCase[] => [
        {
          kernel: 'DepthwiseConv2dNativeBackpropInput',
          inputs: { dy, filter: depthwise },
          attrs: { ...attrs, inputShape: image },
          kinds: SUMMED,
          ...steady,
        },
        {
          kernel: 'DepthwiseConv2dNativeBackpropFilter',
          inputs: { x: image, dy },
          attrs: { ...attrs, filterShape: depthwise },
          kinds: SUMMED,
          ...steady,
        },
      ]),
    ];
  }),
);
