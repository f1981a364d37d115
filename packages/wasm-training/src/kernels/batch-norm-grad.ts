import type { FusedBatchNormAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { type ChannelBlock, channelBlock } from '../geometry/channel-block.ts';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { WasmBackend } from '../native/wasm-backend.ts';
import type { KernelMaker } from './kernel-maker.ts';
import type { BatchNormInputs } from './util/batch-norm-inputs.ts';
import { swapAxes } from './util/swap-axes.ts';

/** Vectors of channels that the module needs as scratch. */
const SCRATCH_VECTORS = 3;

/**
 * The kernel `SerBatchNormGrad`: x and dy of one shape, mean, variance and scale as `channelBlock`
 * knows them → the gradients [dx, dMean, dVariance, dScale, dOffset].
 */
export const batchNormGrad: KernelMaker = (tf) => (args) => {
  const { inputs, attrs } = args;
  const backend = args.backend as WasmBackend;
  const { x, mean, variance, scale } = inputs as unknown as BatchNormInputs;
  const dy = inputs.dy as TensorInfo;
  const { varianceEpsilon } = attrs as unknown as FusedBatchNormAttrs;
  const { outer, channels, inner } = channelBlock(x.shape, mean.shape) as ChannelBlock;
  const [xRows, dyRows] =
    inner === 1
      ? [x, dy]
      : [x, dy].map((tensor) => swapAxes(tf, backend, tensor, [outer, channels, inner], x.shape));
  const shapes = [x.shape, mean.shape, mean.shape, mean.shape, mean.shape];
  const outputs = shapes.map((shape) => makeOutput(backend, shape));
  const native = nativeOf(backend);
  native.withScratch(SCRATCH_VECTORS * channels * FLOAT_BYTES, (scratch) => {
    const [dx, dMean, dVariance, dScale, dOffset] = outputs.map(native.address);
    native.batchNormGradient(
      native.address(xRows),
      native.address(dyRows),
      native.address(mean),
      native.address(variance),
      scale ? native.address(scale) : 0,
      varianceEpsilon,
      outer * inner,
      channels,
      dx,
      dMean,
      dVariance,
      dScale,
      dOffset,
      scratch,
    );
  });
  if (xRows === x) return outputs;
  const [dxRows, ...others] = outputs;
  const dx = swapAxes(tf, backend, dxRows, [outer, inner, channels], x.shape);
  for (const { dataId } of [xRows, dyRows, dxRows]) backend.disposeData(dataId);
  return [dx, ...others];
};
