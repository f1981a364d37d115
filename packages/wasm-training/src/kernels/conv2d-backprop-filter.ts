import type { Conv2DBackpropFilterAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import { WasmTrainingError } from '../wasm-training-error.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { runConvolution } from './util/run-convolution.ts';

/**
 * Gradient of a convolution with respect to its filter.
 *
 * x [batch, height, width, in], dy [batch, height, width, out] → [height, width, in, out].
 */
export const conv2DBackpropFilter: KernelMaker =
  ({ backend_util }) =>
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
    const info = backend_util.computeConv2DInfo(
      x.shape as [number, number, number, number],
      filterShape,
      strides,
      dilations ?? 1,
      pad,
      dimRoundingMode,
    );
    const dw = makeOutput(backend, filterShape);
    runConvolution(backend, 'filterGradient', info, x, dy, dw);
    return dw;
  };
