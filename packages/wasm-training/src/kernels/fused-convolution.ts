import type { FusedConv2DAttrs, NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { failsInXnnpack } from '../convolution-geometry.ts';
import type { KernelMaker, WasmBackend } from '../tfjs.ts';

/** The kernel of each activation that a convolution may be fused with. */
const ACTIVATIONS: Record<string, string> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  sigmoid: 'Sigmoid',
  prelu: 'Prelu',
  leakyrelu: 'LeakyRelu',
};

/**
 * A convolution with bias and activation, in three kernels where the backend's own, which is one,
 * fails.
 */
const fused =
  ({ convolution, isDepthwise }: { convolution: string; isDepthwise: boolean }): KernelMaker =>
  (tf, original) =>
  (args) => {
    const { inputs, backend, attrs } = args;
    const { x, filter, bias, preluActivationWeights } = inputs as Record<string, TensorInfo>;
    const { strides, pad, dilations, dimRoundingMode, activation, leakyreluAlpha } =
      attrs as unknown as FusedConv2DAttrs;
    const info = tf.backend_util.computeConv2DInfo(
      x.shape as [number, number, number, number],
      filter.shape as [number, number, number, number],
      strides,
      dilations ?? 1,
      pad,
      dimRoundingMode,
      isDepthwise,
    );
    if (original && !failsInXnnpack(info)) return original(args);

    const run = (
      kernelName: string,
      inputs: Record<string, TensorInfo>,
      attrs?: NamedAttrMap,
    ): TensorInfo =>
      tf.getKernel(kernelName, 'wasm').kernelFunc({ inputs, backend, attrs }) as TensorInfo;
    const then = (input: TensorInfo, next: TensorInfo): TensorInfo => {
      (backend as WasmBackend).disposeData(input.dataId);
      return next;
    };
    let y = run(convolution, { x, filter }, attrs);
    if (bias) y = then(y, run('Add', { a: y, b: bias }));
    if (activation === 'linear') return y;
    const operand = activation === 'prelu' ? { alpha: preluActivationWeights } : undefined;
    return then(
      y,
      run(ACTIVATIONS[activation], { x: y, ...operand }, { alpha: leakyreluAlpha ?? 0 }),
    );
  };

export const fusedConv2D: KernelMaker = fused({ convolution: 'Conv2D', isDepthwise: false });
export const fusedDepthwiseConv2D: KernelMaker = fused({
  convolution: 'DepthwiseConv2dNative',
  isDepthwise: true,
});
