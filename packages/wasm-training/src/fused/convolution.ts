import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';
import { compose, type RunKernel } from './compose.ts';
import type { Gradients } from './fused-op.ts';
import { shaped } from './shaped.ts';

/** A convolution inside a fused operation, which adds the bias. */
export interface Convolution {
  kernel: Tensor;
  bias: Tensor;
  /** x [batch, steps, channels] → [batch, 1, steps, channels]. */
  forward(run: RunKernel, x: Tensor): TensorInfo;
  /** The shape that the layer gives what `forward` makes. */
  outShape(shape: number[]): number[];
  /** Those of x, named `input`, and of the kernel. */
  gradients(tf: Tf, x: Tensor, dy: Tensor): Gradients;
}

/** Sizes of a convolution over one axis. */
export interface ConvolutionSizes {
  stride: number;
  dilation: number;
  padding: 'same' | 'valid';
}

/** A convolution of sequences, as tfjs makes it of one of images of one row. */
export function convolution1D(
  kernel: Tensor,
  bias: Tensor,
  { stride, dilation, padding }: ConvolutionSizes,
): Convolution {
  const attrs = {
    strides: [1, stride],
    pad: padding,
    dataFormat: 'NHWC',
    dilations: [1, dilation],
    dimRoundingMode: undefined,
  };
  const image = (x: Tensor): TensorInfo => shaped(x, [x.shape[0], 1, ...x.shape.slice(1)]);
  const filterShape = [1, ...kernel.shape];
  return {
    kernel,
    bias,
    forward: (run, x) =>
      run('Conv2D', { x: image(x), filter: shaped(kernel, filterShape) }, attrs)[0],
    outShape: ([batch, , steps, channels]) => [batch, steps, channels],
    gradients: (tf, x, dy) => ({
      input: () =>
        compose(tf, (run) => {
          const inputs = { dy, filter: shaped(kernel, filterShape) };
          const inputShape = image(x).shape;
          const [dx] = run('Conv2DBackpropInput', inputs, { ...attrs, inputShape });
          return [shaped(dx, x.shape)];
        })[0],
      kernel: () =>
        compose(tf, (run) => {
          const [dw] = run('Conv2DBackpropFilter', { x: image(x), dy }, { ...attrs, filterShape });
          return [shaped(dw, kernel.shape)];
        })[0],
    }),
  };
}
