import type { FusedBatchNormAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { type ChannelBlock, channelBlock } from '../geometry/channel-block.ts';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import { makeOutputs } from '../native/make-output.ts';
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
  const shapes = [x, mean, variance, scale ?? mean, mean].map(({ shape }) => shape);
  const compute = (outputs: TensorInfo[]): void => {
    const native = nativeOf(backend);
    const size = outer * channels * inner;
    const [dx, dMean, dVariance, dScale, dOffset] = outputs.map((output, i) =>
      native.address(output, i === 0 ? size : channels),
    );
    native.withScratch(SCRATCH_VECTORS * channels * FLOAT_BYTES, (scratch) => {
      native.batchNormGradient(
        native.address(xRows, size),
        native.address(dyRows, size),
        native.address(mean, channels),
        native.address(variance, channels),
        scale ? native.address(scale, channels) : 0,
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
  };
  if (xRows === x) return makeOutputs(backend, shapes, compute);
  try {
    const [dxRows, ...others] = makeOutputs(backend, shapes, compute);
    const dx = swapAxes(tf, backend, dxRows, [outer, inner, channels], x.shape);
    backend.disposeData(dxRows.dataId);
    return [dx, ...others];
  } finally {
    for (const { dataId } of [xRows, dyRows]) backend.disposeData(dataId);
  }
};
