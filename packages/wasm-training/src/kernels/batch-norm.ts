import type { FusedBatchNormAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { nativeOf } from '../native.ts';
import type { KernelMaker, WasmBackend } from '../tfjs.ts';

interface Inputs {
  x: TensorInfo;
  mean: TensorInfo;
  variance: TensorInfo;
  offset?: TensorInfo;
  scale?: TensorInfo;
}

/** Batch normalisation over the last axis; other shapes go to the backend's own kernel. */
export const fusedBatchNorm: KernelMaker =
  ({ util }, original) =>
  (args) => {
    const { inputs, backend, attrs } = args;
    const { x, mean, variance, offset, scale } = inputs as unknown as Inputs;
    const { varianceEpsilon } = attrs as unknown as FusedBatchNormAttrs;
    if (original && (mean.shape.length !== 1 || x.dtype !== 'float32')) return original(args);
    const [channels] = mean.shape;
    const y = (backend as WasmBackend).makeOutput(x.shape, 'float32');
    const native = nativeOf(backend);
    native.withScratch(channels * 4, (scratch) => {
      native.batchNorm(
        native.address(x),
        native.address(mean),
        native.address(variance),
        offset ? native.address(offset) : 0,
        scale ? native.address(scale) : 0,
        varianceEpsilon,
        native.address(y),
        util.sizeFromShape(x.shape) / channels,
        channels,
        scratch,
      );
    });
    return y;
  };

/**
 * The kernel `SerBatchNormGrad`: x and dy [..., channels], mean, variance and scale [channels] →
 * the gradients [dx, dMean, dVariance, dScale, dOffset].
 */
export const batchNormGrad: KernelMaker =
  ({ util }) =>
  ({ inputs, backend, attrs }) => {
    const { x, mean, variance, scale } = inputs as unknown as Inputs;
    const dy = inputs.dy as TensorInfo;
    const { varianceEpsilon } = attrs as unknown as FusedBatchNormAttrs;
    const [channels] = mean.shape;
    const shapes = [x.shape, mean.shape, mean.shape, mean.shape, mean.shape];
    const outputs = shapes.map((shape) => (backend as WasmBackend).makeOutput(shape, 'float32'));
    const native = nativeOf(backend);
    native.withScratch(3 * channels * 4, (scratch) => {
      native.batchNormGradient(
        native.address(x),
        native.address(dy),
        native.address(mean),
        native.address(variance),
        scale ? native.address(scale) : 0,
        varianceEpsilon,
        util.sizeFromShape(x.shape) / channels,
        channels,
        ...outputs.map(native.address),
        scratch,
      );
    });
    return outputs;
  };
