import type { Conv2DAttrs, Tensor } from '@tensorflow/tfjs-core';
import type { GradientMaker } from './gradient-maker.ts';
import { onWasm } from './util/on-wasm.ts';

/** Gradient of a convolution, dilated ones too, which tfjs refuses. */
export const conv2DGradient: GradientMaker = (tf, original) =>
  onWasm(tf, original, (dy, saved, attrs) => {
    const [x, filter] = saved as [Tensor, Tensor];
    const { strides, pad, dataFormat, dilations, dimRoundingMode } =
      attrs as unknown as Conv2DAttrs;
    const shared = { strides, pad, dataFormat, dilations, dimRoundingMode } as object;
    const run = (name: string, inputs: Record<string, Tensor>, own: object): Tensor =>
      tf.engine().runKernel(name, inputs, { ...shared, ...own });
    return {
      x: () => run('Conv2DBackpropInput', { dy: dy as Tensor, filter }, { inputShape: x.shape }),
      filter: () =>
        run('Conv2DBackpropFilter', { x, dy: dy as Tensor }, { filterShape: filter.shape }),
    };
  });
