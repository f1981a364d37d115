import type { Conv2DBackpropFilterAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import { WasmTrainingError } from '../wasm-training-error.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { croppedTo } from './util/cropped-to.ts';
import { runConvolution } from './util/run-convolution.ts';

/**
 * Gradient of a convolution with respect to its filter.
 *
 * x [batch, height, width, in], dy [batch, height, width, out] → [height, width, in, out].
 */
export const conv2DBackpropFilter: KernelMaker =
  (tf) =>
  ({ inputs, backend, attrs }) => {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const { strides, pad, dataFormat, dimRoundingMode, filterShape, dilations } =
      attrs as unknown as Conv2DBackpropFilterAttrs & { dilations?: [number, number] };
    if (dataFormat !== 'NHWC') {
      throw new WasmTrainingError(
        'unsupported-gradient',
        "Conv2DBackpropFilter: `dataFormat` must be 'NHWC' on the wasm backend, " +
          `got '${dataFormat}'`,
      );
    }
    const info = tf.backend_util.computeConv2DInfo(
      x.shape as [number, number, number, number],
      filterShape,
      strides,
      dilations ?? 1,
      pad,
      dimRoundingMode,
    );
    return croppedTo(tf, backend, dy, info.outShape, (dy) =>
      makeOutput(backend, filterShape, (dw) =>
        runConvolution(backend, 'filterGradient', info, x, dy, dw),
      ),
    );
  };
