import type { DepthwiseConv2dNativeAttrs, Tensor } from '@tensorflow/tfjs-core';
import type { GradientMaker } from './gradient-maker.ts';
import { onWasm } from './util/on-wasm.ts';

/** Gradient of a depthwise convolution, dilated ones too, which tfjs refuses. */
export const depthwiseConv2DGradient: GradientMaker = (tf, original) =>
  onWasm(tf, original, (dy, saved, attrs) => {
    const [x, filter] = saved as [Tensor, Tensor];
    const { strides, pad, dimRoundingMode, dilations } =
      attrs as unknown as DepthwiseConv2dNativeAttrs;
    const shared = { strides, pad, dimRoundingMode, dilations: dilations ?? [1, 1] } as object;
    const run = (name: string, inputs: Record<string, Tensor>, own: object): Tensor =>
      tf.engine().runKernel(name, inputs, { ...shared, ...own });
    return {
      x: () =>
        run(
          'DepthwiseConv2dNativeBackpropInput',
          { dy: dy as Tensor, filter },
          { inputShape: x.shape },
        ),
      filter: () =>
        run(
          'DepthwiseConv2dNativeBackpropFilter',
          { x, dy: dy as Tensor },
          { filterShape: filter.shape },
        ),
    };
  });
